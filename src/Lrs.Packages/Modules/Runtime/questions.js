// Reading answers from forms and showing what became of them.

// The ids of what is chosen, in the order of the choices: "ac".
function chosenIn(form) {
  return findAll("input:checked", form).map((input) => input.value).join("");
}

// Each of a question's answers is right by itself; "ac" is one answer that takes both choices.
const isRight = (question, chosen) => question.answers.includes(chosen);

function wordsOf(question, answer) {
  return question.choices.filter((choice) => answer.includes(choice.id)).map((choice) => choice.text).join("; ");
}

function complain(form, text) {
  const error = find("[data-error]", form);
  error.textContent = text;
  error.hidden = false;
  find("input", form).focus();
}

// A knowledge check or decision after its answer: locked, with the verdict, the chosen consequence and the explanation.
function showAnswered(course, form, question, answer, takeFocus) {
  const right = isRight(question, answer);
  const decision = question.use === "decision";
  // A scene says what comes of a choice and leaves the judgement to the ending, so that playing again is worth it.
  const scene = question.use === "scene";
  lock(form, answer);
  for (const input of findAll("input", form)) {
    input.parentElement.classList.toggle("right", !scene && question.answers[0].includes(input.value));
    input.parentElement.classList.toggle("chosen", answer.includes(input.value));
  }

  const feedback = find("[data-feedback]", form);
  for (const part of findAll("[data-choice-feedback]", feedback)) {
    part.hidden = !answer.includes(part.dataset.choiceFeedback);
  }
  const text = course.text;
  const verdict = find("[data-verdict]", feedback);
  verdict.hidden = scene;
  verdict.textContent = scene ? "" : decision ? (right ? text.goodChoice : text.betterChoice)
    : right ? text.right : `${text.notRight} ${fill(text.rightAnswer, wordsOf(question, question.answers[0]))}`;
  feedback.classList.toggle("right", right && !scene);
  feedback.classList.toggle("plain", scene);
  feedback.hidden = false;
  if (takeFocus) {
    feedback.focus({ preventScroll: true });
    feedback.scrollIntoView({ block: "nearest" });
  }
}

function lock(form, answer) {
  find("fieldset", form).disabled = true;
  find('[type="submit"]', form).hidden = true;
  find("[data-error]", form).textContent = "";
  find("[data-error]", form).hidden = true;
  for (const input of findAll("input", form)) {
    input.checked = answer.includes(input.value);
  }
}

function unlock(form) {
  find("fieldset", form).disabled = false;
  find('[type="submit"]', form).hidden = false;
  for (const input of findAll("input", form)) {
    input.checked = false;
    input.parentElement.classList.remove("right", "chosen");
  }
}

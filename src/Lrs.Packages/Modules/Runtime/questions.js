// Reading answers from forms and showing what became of them.

// The ids of what is chosen, in the order of the choices: "ac".
function chosenIn(form) {
  return findAll("input:checked", form).map((input) => input.value).join("");
}

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
  const right = answer === question.answer;
  const decision = question.use === "decision";
  lock(form, answer);
  for (const input of findAll("input", form)) {
    input.parentElement.classList.toggle("right", question.answer.includes(input.value));
    input.parentElement.classList.toggle("chosen", answer.includes(input.value));
  }

  const feedback = find("[data-feedback]", form);
  for (const part of findAll("[data-choice-feedback]", feedback)) {
    part.hidden = !answer.includes(part.dataset.choiceFeedback);
  }
  const text = course.text;
  const verdict = find("[data-verdict]", feedback);
  verdict.textContent = decision ? (right ? text.goodChoice : text.betterChoice)
    : right ? text.right : `${text.notRight} ${fill(text.rightAnswer, wordsOf(question, question.answer))}`;
  feedback.classList.toggle("right", right);
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
  }
}

// Questionnaires: filled in as the learner likes, sent as a whole. Those that are not anonymous are saved while they are filled in.

const pollForm = (questionnaire) => find(`form[data-questionnaire="${questionnaire.id}"]`);
const wordsIn = (said) => said.split(/\s+/u).filter(Boolean).length;

function pollValue(form, question) {
  const field = find(`[data-ask="${question.id}"]`, form);
  return question.type === "long-fill-in" ? find("textarea", field).value.trim() : findAll("input:checked", field).map((input) => input.value).join("");
}

function pollAnswers(form, questionnaire) {
  return questionnaire.questions.map((question) => ({ question, value: pollValue(form, question) })).filter((answer) => answer.value);
}

function showPoll(course, questionnaire, poll) {
  const form = pollForm(questionnaire);
  for (const question of questionnaire.questions) {
    const field = find(`[data-ask="${question.id}"]`, form);
    const value = poll.given.get(question.id) ?? "";
    if (question.type === "long-fill-in") {
      find("textarea", field).value = value;
    } else {
      findAll("input", field).forEach((input) => (input.checked = value.includes(input.value)));
    }
    showFilled(course, field, question);
  }
  if (questionnaire.anonymous) {
    find("[data-closed]", form).hidden = Boolean(poll.address);
    find("[data-open]", form).hidden = !poll.address;
  }
  if (poll.sent) {
    lockPoll(form, questionnaire.anonymous ? course.text.sentAnonymously : course.text.sent, false);
  }
}

// What goes with a field's content: the number of words, and a way to take back a choice.
function showFilled(course, field, question) {
  const clear = find("[data-clear]", field);
  if (clear) {
    clear.hidden = !find("input:checked", field);
  }
  if (question.type === "long-fill-in") {
    const count = wordsIn(find("textarea", field).value);
    find("[data-count]", field).textContent = count > question.words ? fill(course.text.tooManyWords, count, question.words) : "";
  }
}

// The first field that keeps the questionnaire from being sent, or null; each says what is wrong.
function firstFault(course, form, questionnaire) {
  let first = null;
  for (const question of questionnaire.questions) {
    const field = find(`[data-ask="${question.id}"]`, form);
    const value = pollValue(form, question);
    const missing = question.needed && !value ? course.text.chooseFirst : "";
    const long = question.type === "long-fill-in" && wordsIn(value) > question.words ? fill(course.text.tooManyWords, wordsIn(value), question.words) : "";
    const said = find("[data-missing]", field);
    said.textContent = missing || long;
    said.hidden = !said.textContent;
    first ??= said.hidden ? null : field;
  }
  return first;
}

function lockPoll(form, said, takeFocus) {
  findAll("fieldset", form).forEach((field) => (field.disabled = true));
  findAll("[data-clear], [type=submit]", form).forEach((button) => (button.hidden = true));
  const sent = find("[data-sent]", form);
  sent.textContent = said;
  sent.hidden = false;
  if (takeFocus) {
    sent.focus();
  }
}

// Anonymous answers go to the server that hosts the module, and only there: no learner, session or cookie goes with them. Where the
// package is played by another system nothing answers at this address, and the questionnaire is not offered.
async function findSurvey(questionnaire) {
  try {
    const answer = await fetch(`surveys/${questionnaire.id}/door`);
    const door = answer.ok ? await answer.json() : null;
    return typeof door?.answers === "string" ? new URL(door.answers, window.location.href).href : null;
  } catch {
    return null;
  }
}

async function sendSurvey(address, answers) {
  const body = JSON.stringify({ answers: Object.fromEntries(answers.map(({ question, value }) => [question.id, value])) });
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { "Content-Type": "application/json" }, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
    return answer.ok;
  } catch {
    return false;
  }
}

// Sending questionnaires: a named one into the learner's record, an anonymous one past it.

// Of anonymous questionnaires by id: where answers go, what is filled in and whether it went. Held by this page alone, and gone with it.
const surveys = new Map();

const pollFor = (questionnaire) => (questionnaire.anonymous ? surveys.get(questionnaire.id) : pollOf(state, questionnaire.id));

async function openSurveys(course) {
  await Promise.all(course.questionnaires.filter((one) => one.anonymous).map(async (questionnaire) => {
    surveys.set(questionnaire.id, { address: await findSurvey(questionnaire), given: new Map(), sent: false, sending: false });
  }));
}

async function send(questionnaire, form) {
  const fault = firstFault(course, form, questionnaire);
  if (fault) {
    find("input, textarea", fault).focus();
    return;
  }

  const answers = pollAnswers(form, questionnaire);
  const error = find("[data-error]", form);
  error.hidden = answers.length > 0;
  error.textContent = answers.length > 0 ? "" : course.text.nothingFilledIn;
  if (answers.length === 0) {
    return;
  }

  if (questionnaire.anonymous) {
    await sendAnonymously(questionnaire, form, answers, error);
    return;
  }

  const poll = pollFor(questionnaire);
  poll.sent = true;
  const seconds = (Date.now() - openedAt) / 1000;
  for (const { question, value } of answers) {
    record.answered({ ...question, id: question.recorded, use: "questionnaire", answers: [] }, value, null, new Date(openedAt), seconds);
    if (question.type === "long-fill-in") {
      poll.given.delete(question.id);
    }
  }
  lockPoll(form, course.text.sent, true);
  save(state.at);
}

// Nothing of this goes into the learner's own record, not even that something was sent.
async function sendAnonymously(questionnaire, form, answers, error) {
  const survey = surveys.get(questionnaire.id);
  if (survey.sending) {
    return;
  }
  survey.sending = true;
  survey.sent = await sendSurvey(survey.address, answers);
  survey.sending = false;
  if (survey.sent) {
    survey.given.clear();
    form.reset();
    lockPoll(form, course.text.sentAnonymously, true);
  } else {
    error.textContent = course.text.notSent;
    error.hidden = false;
  }
}

function fillIn(questionnaire, field) {
  const question = questionnaire.questions.find((one) => one.id === field.dataset.ask);
  showFilled(course, field, question);
  pollFor(questionnaire).given.set(question.id, pollValue(pollForm(questionnaire), question));
}

function clear(button) {
  const field = button.closest("[data-ask]");
  findAll("input", field).forEach((input) => (input.checked = false));
  find("input", field).focus();
  fillIn(questionnaireAt(button), field);
  save(state.at);
}

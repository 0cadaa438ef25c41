// The learner's place and answers, and the short text they are saved as. SCORM 1.2 keeps 4,096 characters, so
// answers are written in the order of the questions, one character for each choice: "b|ac||t".

function newState(course) {
  return { at: course.screens[0], far: 0, tries: 1, answers: new Map(), language: "", polls: new Map() };
}

// What was filled into a questionnaire and whether it was sent. Anonymous ones are never among them: what is saved here is the learner's.
function pollOf(state, id) {
  if (!state.polls.has(id)) {
    state.polls.set(id, { sent: false, given: new Map() });
  }
  return state.polls.get(id);
}

const named = (course) => course.questionnaires.filter((questionnaire) => !questionnaire.anonymous);

// room: how many characters can be kept. Long texts that do not fit are left out until they are sent.
function writeState(course, state, room = Infinity) {
  const answers = course.questions.map((question) => state.answers.get(question.id) ?? "").join("|");
  const written = (withTexts) => JSON.stringify([
    1, course.version, state.at, state.far, state.tries, answers, state.language,
    named(course).map((questionnaire) => {
      const poll = pollOf(state, questionnaire.id);
      const kept = (question) => withTexts || question.type !== "long-fill-in" ? poll.given.get(question.id) ?? "" : "";
      return [poll.sent ? 1 : 0, ...questionnaire.questions.map(kept)];
    }),
  ]);
  const whole = written(true);
  return whole.length <= room ? whole : written(false);
}

// A text that another version of the module wrote keeps the place if the screen is still there, but not the answers:
// the questions may be others.
function readState(course, text) {
  const state = newState(course);
  let saved;
  try {
    saved = JSON.parse(text);
  } catch {
    return state;
  }
  const [form, version, at, far, tries, answers, language, polls] = Array.isArray(saved) ? saved : [];
  if (form !== 1 || !Number.isInteger(far) || !Number.isInteger(tries) || typeof answers !== "string") {
    return state;
  }

  state.language = typeof language === "string" ? language : "";
  if (version === course.version) {
    state.at = at;
    state.far = far;
    state.tries = tries;
    const given = answers.split("|");
    course.questions.forEach((question, i) => given[i] && state.answers.set(question.id, given[i]));
    named(course).forEach((questionnaire, i) => readPoll(pollOf(state, questionnaire.id), questionnaire, polls?.[i] ?? []));
  } else if (course.screens.includes(at)) {
    state.at = at;
    state.far = course.screens.indexOf(at);
  }
  return state;
}

function readPoll(poll, questionnaire, [sent, ...values]) {
  poll.sent = sent === 1;
  questionnaire.questions.forEach((question, i) => values[i] && poll.given.set(question.id, values[i]));
}

// The result of the assessment, or null while a question is open or where nothing is assessed.
function resultOf(course, state, mastery) {
  const asked = course.questions.filter((question) => question.use === "assessment");
  if (asked.length === 0 || asked.some((question) => !state.answers.has(question.id))) {
    return null;
  }

  const right = asked.filter((question) => isRight(question, state.answers.get(question.id))).length;
  const scaled = Math.round((right / asked.length) * 10000) / 10000;
  return { right, total: asked.length, scaled, passed: scaled >= mastery };
}

// Whether the learner needs nothing more from the module: the assessment is passed, or, where there is none, every screen is seen.
function isFinished(course, state, mastery) {
  return course.assessed ? resultOf(course, state, mastery)?.passed ?? false : state.far >= course.screens.length;
}

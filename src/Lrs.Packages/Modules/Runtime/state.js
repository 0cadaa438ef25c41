// The learner's place and answers, and the short text they are saved as. SCORM 1.2 keeps 4,096 characters, so
// answers are written in the order of the questions, one character for each choice: "b|ac||t".

function newState(course) {
  return { at: course.screens[0], far: 0, tries: 1, answers: new Map() };
}

function writeState(course, state) {
  const answers = course.questions.map((question) => state.answers.get(question.id) ?? "").join("|");
  return JSON.stringify([1, course.version, state.at, state.far, state.tries, answers]);
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
  const [form, version, at, far, tries, answers] = Array.isArray(saved) ? saved : [];
  if (form !== 1 || !Number.isInteger(far) || !Number.isInteger(tries) || typeof answers !== "string") {
    return state;
  }

  if (version === course.version) {
    state.at = at;
    state.far = far;
    state.tries = tries;
    const given = answers.split("|");
    course.questions.forEach((question, i) => given[i] && state.answers.set(question.id, given[i]));
  } else if (course.screens.includes(at)) {
    state.at = at;
    state.far = course.screens.indexOf(at);
  }
  return state;
}

// The result of the assessment, or null while a question is open.
function resultOf(course, state, mastery) {
  const asked = course.questions.filter((question) => question.use === "assessment");
  if (asked.some((question) => !state.answers.has(question.id))) {
    return null;
  }

  const right = asked.filter((question) => state.answers.get(question.id) === question.answer).length;
  const scaled = Math.round((right / asked.length) * 10000) / 10000;
  return { right, total: asked.length, scaled, passed: scaled >= mastery };
}

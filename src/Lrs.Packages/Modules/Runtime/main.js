// The course: opens the learning system's record (connect comes from the adapter), goes from screen to screen, and saves after every step.

const course = JSON.parse(find("#course").textContent);
const formOf = (question) => find(`form[data-question="${question.id}"]`);
let record = null;
let state = newState(course);
let mastery = course.mastery;
let openedAt = Date.now();
let left = false;
let saidLast = "opening";
let noticeKey = null;

function notify(key) {
  noticeKey = key;
  showNotice(key ? course.text[key] : "");
}

function say(kind) {
  saidLast = kind;
  const saved = find("[data-saved]");
  saved.dataset.saved = kind;
  saved.textContent = course.text[`save.${kind}`];
  // Spoken and shown large only when something is wrong; "Saved" on every screen would be noise.
  if (["unsaved", "lost", "refused"].includes(kind)) {
    notify(`notice.${kind}`);
  } else if (kind === "saved" && noticeKey === "notice.unsaved") {
    notify(null);
  }
}

function save(place) {
  record.save(writeState(course, state, record.room), place);
}

// Screens are seen one after the other; each is told once.
function reach(far) {
  for (; state.far < far; state.far += 1) {
    record.seen(course.screens[state.far], state.far + 1, course.screens.length);
  }
}

function go(id, takeFocus = true) {
  const i = id === "assessment" ? course.screens.length : course.screens.indexOf(id);
  state.at = id;
  reach(i);
  if (id === "assessment") {
    showStart(course, state);
  } else if (id === "result") {
    showResult(course, state, resultOf(course, state, mastery), mastery, record.passedBefore());
  }
  showScreen(course, id, state.far, takeFocus);
  toggleContents(false);
  if (noticeKey === "notice.resumed") {
    notify(null);
  }
  openedAt = Date.now();
  save(id);
}

function answer(question, form) {
  const chosen = chosenIn(form);
  if (!chosen) {
    complain(form, course.text.chooseFirst);
    return;
  }

  state.answers.set(question.id, chosen);
  record.answered(question, chosen, isRight(question, chosen), new Date(openedAt), (Date.now() - openedAt) / 1000);
  if (question.use !== "assessment") {
    showAnswered(course, form, question, chosen, true);
    if (question.use === "scene") {
      showScenario(scenarioOf(course, question), state);
      openedAt = Date.now();
    }
    save(state.at);
    return;
  }

  lock(form, chosen);
  const next = nextInAssessment(course, state);
  if (next === "result") {
    record.judged(resultOf(course, state, mastery));
  }
  go(next);
}

function retry() {
  for (const question of askedIn(course)) {
    state.answers.delete(question.id);
    unlock(formOf(question));
  }
  state.tries += 1;
  go(nextInAssessment(course, state));
}

async function exit() {
  if (left) {
    return;
  }
  left = true;
  say("saving");
  const gone = await record.leave(isFinished(course, state, mastery));
  if (!gone) {
    showEnded("ended");
  }
}

function complete() {
  reach(course.screens.length);
  record.completed();
  save(state.at);
  exit();
}

function showEnded(key) {
  find("[data-ended]").textContent = course.text[record.recorded ? key : "endedUnrecorded"];
  find('[data-action="exit"]').hidden = true;
  showScreen(course, "ended", state.far, true);
}

// What the page shows of the learner's answers, from the state alone.
function showState() {
  for (const question of course.questions.filter((one) => state.answers.has(one.id))) {
    const given = state.answers.get(question.id);
    if (question.use === "assessment") {
      lock(formOf(question), given);
    } else {
      showAnswered(course, formOf(question), question, given, false);
    }
  }
  course.scenarios.forEach((scenario) => showScenario(scenario, state));
  course.questionnaires.forEach((questionnaire) => showPoll(course, questionnaire, pollFor(questionnaire)));
  find('[data-action="exit"]').hidden = !record.recorded;
}

function speak(language) {
  showEdition(language);
  Object.assign(course, JSON.parse(find("#course").textContent));
  say(saidLast);
  notify(noticeKey);
}

function switchTo(language) {
  speak(language);
  state.language = language;
  showState();
  go(state.at, false);
  find("[data-language]").focus();
}

function playAgain(id) {
  forgetWay(course.scenarios.find((scenario) => scenario.id === id), state);
  openedAt = Date.now();
  save(state.at);
}

async function start() {
  keepEditions();
  listen();
  say("opening");
  const surveysOpened = openSurveys(course);
  record = await connect(course, say).catch((error) => {
    console.error(error);
    say("none");
    return unrecorded("notice.noSession");
  });
  await surveysOpened;
  mastery = record.mastery ?? course.mastery;
  state = record.savedText ? readState(course, record.savedText) : state;
  const edition = editionFor(state.language || record.language || "");
  if (edition && edition !== course.language) {
    speak(edition);
  }
  showState();

  const result = resultOf(course, state, mastery);
  if (result && record.notYetJudged()) {
    record.judged(result, true);
  }
  const resumed = state.at !== course.screens[0];
  const known = screenElement(state.at) && (state.at !== "result" || result);
  go(known ? state.at : course.screens[0], resumed);
  if (record.notice) {
    notify(record.notice);
  } else if (resumed) {
    notify("notice.resumed");
  }
  document.documentElement.dataset.ready = "true";
}

start();

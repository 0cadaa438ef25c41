// The course: opens the learning system's record (connect comes from the adapter), goes from screen to screen, and saves after every step.

const course = JSON.parse(find("#course").textContent);
const formOf = (question) => find(`form[data-question="${question.id}"]`);
let record = null;
let state = newState(course);
let mastery = course.mastery;
let openedAt = Date.now();
let left = false;

function say(kind) {
  const saved = find("[data-saved]");
  saved.dataset.saved = kind;
  saved.textContent = course.text[`save.${kind}`];
  // Spoken and shown large only when something is wrong; "Saved" on every screen would be noise.
  if (["unsaved", "lost", "refused"].includes(kind)) {
    showNotice(course.text[`notice.${kind}`]);
  } else if (kind === "saved" && find("[data-notice]").textContent === course.text["notice.unsaved"]) {
    showNotice("");
  }
}

function go(id, takeFocus = true) {
  const i = id === "assessment" ? course.screens.length : course.screens.indexOf(id);
  state.at = id;
  state.far = Math.max(state.far, i);
  if (id === "assessment") {
    showStart(course, state);
  } else if (id === "result") {
    showResult(course, state, resultOf(course, state, mastery), mastery, record.passedBefore());
  }
  showScreen(course, id, state.far, takeFocus);
  toggleContents(false);
  if (find("[data-notice]").textContent === course.text["notice.resumed"]) {
    showNotice("");
  }
  openedAt = Date.now();
  record.save(writeState(course, state), id);
}

function answer(question, form) {
  const chosen = chosenIn(form);
  if (!chosen) {
    complain(form, course.text.chooseFirst);
    return;
  }

  state.answers.set(question.id, chosen);
  record.answered(question, chosen, chosen === question.answer, new Date(openedAt), (Date.now() - openedAt) / 1000);
  if (question.use !== "assessment") {
    showAnswered(course, form, question, chosen, true);
    record.save(writeState(course, state), state.at);
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
  const finished = resultOf(course, state, mastery)?.passed ?? false;
  const gone = await record.leave(finished);
  if (!gone) {
    showEnded(course.text.ended);
  }
}

function showEnded(said) {
  find("[data-ended]").textContent = record.recorded ? said : course.text.endedUnrecorded;
  find('[data-action="exit"]').hidden = true;
  showScreen(course, "ended", state.far, true);
}

const actions = {
  next: () => go(course.screens[course.screens.indexOf(state.at) + 1] ?? "assessment"),
  previous: () => go(course.screens[(state.at === "assessment" ? course.screens.length : course.screens.indexOf(state.at)) - 1]),
  start: () => go(nextInAssessment(course, state)),
  contents: () => toggleContents(find("#contents").dataset.open !== "true"),
  finish: exit,
  exit,
  retry,
};

function listen() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-action], [data-go]");
    const link = event.target.closest("a[href^='#']");
    if (button && record && !left) {
      (actions[button.dataset.action] ?? (() => go(button.dataset.go)))();
    } else if (link && record && !left) {
      event.preventDefault();
      const target = link.hash.slice("#screen-".length);
      if (link.matches("[data-skip]")) {
        find("h2", screenElement(state.at)).focus();
      } else {
        go(target);
      }
    }
  });
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = course.questions.find((one) => one.id === event.target.dataset.question);
    if (record && question && !left && !state.answers.has(question.id)) {
      answer(question, event.target);
    }
  });
  // pagehide is the only ending every browser tells of; it comes once, whatever closes the page.
  window.addEventListener("pagehide", () => {
    left = true;
    record?.leaveNow(resultOf(course, state, mastery)?.passed ?? false);
  });
  // A page that comes back from the browser's cache has already ended its session.
  window.addEventListener("pageshow", (event) => event.persisted && record && showEnded(course.text.endedReopen));
  window.addEventListener("beforeunload", (event) => {
    if (record && !left && record.unsaved()) {
      event.preventDefault();
    }
  });
}

async function start() {
  listen();
  say("opening");
  record = await connect(course, say).catch((error) => {
    console.error(error);
    say("none");
    return unrecorded("notice.noSession");
  });
  mastery = record.mastery ?? course.mastery;
  state = record.savedText ? readState(course, record.savedText) : state;
  for (const question of course.questions.filter((one) => state.answers.has(one.id))) {
    const given = state.answers.get(question.id);
    if (question.use === "assessment") {
      lock(formOf(question), given);
    } else {
      showAnswered(course, formOf(question), question, given, false);
    }
  }

  const result = resultOf(course, state, mastery);
  if (result && record.notYetJudged()) {
    record.judged(result, true);
  }
  find('[data-action="exit"]').hidden = !record.recorded;
  const resumed = state.at !== course.screens[0];
  const known = screenElement(state.at) && (state.at !== "result" || result);
  go(known ? state.at : course.screens[0], resumed);
  if (record.notice) {
    showNotice(course.text[record.notice]);
  } else if (resumed) {
    showNotice(course.text["notice.resumed"]);
  }
  document.documentElement.dataset.ready = "true";
}

start();

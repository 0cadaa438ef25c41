// What the learner presses, sends and fills in; main.js does it. Listeners sit on the document, so they outlive a change of language.

const questionnaireAt = (element) => course.questionnaires.find((one) => one.id === element.closest("[data-questionnaire]")?.dataset.questionnaire);

const actions = {
  next: () => go(course.screens[course.screens.indexOf(state.at) + 1] ?? "assessment"),
  previous: () => go(course.screens[(state.at === "assessment" ? course.screens.length : course.screens.indexOf(state.at)) - 1]),
  start: () => go(nextInAssessment(course, state)),
  contents: () => toggleContents(find("#contents").dataset.open !== "true"),
  finish: exit,
  complete,
  exit,
  retry,
};

function press(button) {
  const { action, go: target, again, language, clear: cleared } = button.dataset;
  if (again) {
    playAgain(again);
  } else if (language) {
    switchTo(language);
  } else if (cleared) {
    clear(button);
  } else {
    (actions[action] ?? (() => go(target)))();
  }
}

function listen() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-action], [data-go], [data-again], button[data-language], [data-clear]");
    const link = event.target.closest("a[href^='#']");
    if (button && record && !left) {
      press(button);
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
    const questionnaire = questionnaireAt(event.target);
    if (record && question && !left && !state.answers.has(question.id)) {
      answer(question, event.target);
    } else if (record && questionnaire && !left && !pollFor(questionnaire).sent) {
      send(questionnaire, event.target);
    }
  });
  document.addEventListener("input", (event) => {
    const field = event.target.closest("[data-ask]");
    if (field && record && !left) {
      fillIn(questionnaireAt(field), field);
    }
  });
  document.addEventListener("change", (event) => {
    const questionnaire = questionnaireAt(event.target);
    if (questionnaire && !questionnaire.anonymous && record && !left) {
      save(state.at);
    }
  });
  // pagehide is the only ending every browser tells of; it comes once, whatever closes the page.
  window.addEventListener("pagehide", () => {
    left = true;
    record?.leaveNow(isFinished(course, state, mastery));
  });
  // A page that comes back from the browser's cache has already ended its session.
  window.addEventListener("pageshow", (event) => event.persisted && record && showEnded("endedReopen"));
  window.addEventListener("beforeunload", (event) => {
    if (record && !left && record.unsaved()) {
      event.preventDefault();
    }
  });
}

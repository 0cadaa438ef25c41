// A branching scenario: scenes appear one below the other as the learner decides. The way is found from the answers alone, so it
// resumes where it was.

function scenarioOf(course, question) {
  return course.scenarios.find((scenario) => scenario.scenes.some((scene) => scene.question === question.id));
}

// The scenes from the first to the one that is open or the ending.
function wayThrough(scenario, state) {
  const way = [];
  for (let scene = scenario.scenes[0]; scene; ) {
    way.push(scene);
    const answer = scene.question && state.answers.get(scene.question);
    scene = answer && scenario.scenes.find((next) => next.id === scene.next[answer]);
  }
  return way;
}

function showScenario(scenario, state) {
  const element = find(`[data-scenario="${scenario.id}"]`);
  const way = wayThrough(scenario, state);
  for (const scene of scenario.scenes) {
    const part = find(`[data-scene="${scene.id}"]`, element);
    part.hidden = !way.includes(scene);
    // In the order of the way, which need not be that of the source.
    if (!part.hidden) {
      element.insertBefore(part, find("[data-again]", element));
    }
  }
  find("[data-again]", element).hidden = Boolean(way.at(-1).question);
}

// Forgets the way; what was decided stays in the record, and deciding again is recorded again.
function forgetWay(scenario, state) {
  for (const scene of scenario.scenes.filter((one) => one.question)) {
    state.answers.delete(scene.question);
    const form = find(`form[data-question="${scene.question}"]`);
    unlock(form);
    find("[data-feedback]", form).hidden = true;
  }
  showScenario(scenario, state);
  find(`[data-scenario="${scenario.id}"] [data-scene="${scenario.scenes[0].id}"]`).focus();
}

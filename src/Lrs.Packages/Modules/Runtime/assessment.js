// The assessment: one question at a time, then the result. Answers are judged together; a learner who did not pass may try again.

function askedIn(course) {
  return course.questions.filter((question) => question.use === "assessment");
}

// Where the assessment goes on: its first open question, or the result.
function nextInAssessment(course, state) {
  const open = askedIn(course).find((question) => !state.answers.has(question.id));
  return open ? `ask-${open.id}` : "result";
}

function showStart(course, state) {
  const done = askedIn(course).filter((question) => state.answers.has(question.id)).length;
  const text = course.text;
  const label = done === 0 ? text.start : nextInAssessment(course, state) === "result" ? text.seeResult : text.goOn;
  find('[data-action="start"]').textContent = label;
}

function showResult(course, state, result, mastery, passedBefore) {
  const text = course.text;
  const passed = result.passed || passedBefore;
  const percent = Math.round(result.scaled * 100);
  const outcome = find("[data-outcome]");
  outcome.textContent = fill(result.passed ? text.passed : text.failed, result.right, result.total, percent);
  outcome.classList.toggle("right", result.passed);
  find("[data-advice]").textContent = result.passed ? text.passedAdvice
    : passedBefore ? text.passedBefore : fill(text.failedAdvice, Math.round(mastery * 100));
  find('[data-action="retry"]').hidden = passed;
  find('[data-action="finish"]').classList.toggle("quiet", !passed);

  for (const question of askedIn(course)) {
    const answer = state.answers.get(question.id);
    const right = isRight(question, answer);
    const item = find(`[data-result="${question.id}"]`);
    item.classList.toggle("right", right);
    find("[data-verdict]", item).textContent = right ? text.right : text.notRight;
    find("[data-given]", item).textContent = fill(text.youAnswered, wordsOf(question, answer));
    // Said only once it cannot be copied into the next try.
    find("[data-right]", item).hidden = right || !passed;
    find("[data-right]", item).textContent = fill(text.rightAnswer, wordsOf(question, question.answers[0]));
  }
}

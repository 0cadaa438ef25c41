// The statements of a cmi5 session: the template of the learning system with what each verb needs added (9.4 to 9.7, 10.2.1).

function statementMaker(course, launch, data) {
  const actor = JSON.parse(launch.actor);
  const unit = { objectType: "Activity", id: launch.activityId };

  // A copy of the template in which everything it holds stays as it is.
  function context(add) {
    const template = structuredClone(data.contextTemplate ?? {});
    const lists = { ...template.contextActivities };
    for (const [name, activities] of Object.entries(add.contextActivities ?? {})) {
      lists[name] = [...[lists[name] ?? []].flat(), ...activities];
    }
    return { ...template, registration: launch.registration, contextActivities: lists, extensions: { ...template.extensions, ...add.extensions } };
  }

  function statement(verb, object, result, add) {
    const made = {
      id: uuid(),
      timestamp: new Date().toISOString(),
      actor,
      verb: { id: VERB[verb], display: { en: verb } },
      object,
      context: context(add),
    };
    return result ? { ...made, result } : made;
  }

  // "cmi5 defined" statements carry the category cmi5, and moveon when they hold success or completion (9.6.2).
  function defined(verb, result, extensions = {}) {
    const counts = result && ("success" in result || "completion" in result);
    const category = ["cmi5", ...(counts ? ["moveon"] : [])].map((name) => ({ objectType: "Activity", id: CATEGORY + name }));
    return statement(verb, unit, result, { contextActivities: { category }, extensions });
  }

  function judged(verb, result, time) {
    const score = { scaled: result.scaled, raw: result.right, min: 0, max: result.total };
    const mastery = data.masteryScore === undefined ? {} : { [MASTERY]: data.masteryScore };
    return defined(verb, { score, success: verb === "passed", duration: time }, mastery);
  }

  // "cmi5 allowed": not of the category cmi5. The question's id starts with the module's own, so it is the same in every learning system.
  function answered(question, answer, right, seconds) {
    const said = (text) => ({ [course.language]: text });
    const definition = {
      type: INTERACTION,
      interactionType: question.type,
      name: said(question.text),
      description: said(question.text),
    };
    if (question.answers.length > 0) {
      definition.correctResponsesPattern = question.answers.map((one) => responseOf(question, one));
    }
    const components = { choice: "choices", likert: "scale" }[question.type];
    if (components) {
      definition[components] = question.choices.map((choice) => ({ id: choice.id, description: said(choice.text) }));
    }
    const object = { objectType: "Activity", id: `${course.id}/questions/${question.id}`, definition };
    const result = { response: responseOf(question, answer), ...(right === null ? {} : { success: right }), duration: duration(seconds) };
    return statement("answered", object, result, { contextActivities: { parent: [unit] } });
  }

  // How far the learner is, in percent of the screens, and which screen made it so.
  function progressed(id, done, total) {
    const screen = { objectType: "Activity", id: `${course.id}/screens/${id}` };
    const result = { extensions: { [PROGRESS]: Math.round((100 * done) / total) } };
    return statement("progressed", unit, result, { contextActivities: { other: [screen] } });
  }

  return { defined, judged, answered, progressed };
}

// The statements of a session: the template of the learning system with what each verb needs added (cmi5 9.4 to 9.7, 10.2.1).

const VERB = {
  initialized: "http://adlnet.gov/expapi/verbs/initialized",
  answered: "http://adlnet.gov/expapi/verbs/answered",
  completed: "http://adlnet.gov/expapi/verbs/completed",
  passed: "http://adlnet.gov/expapi/verbs/passed",
  failed: "http://adlnet.gov/expapi/verbs/failed",
  progressed: "http://adlnet.gov/expapi/verbs/progressed",
  terminated: "http://adlnet.gov/expapi/verbs/terminated",
};
const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";
const INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";

const duration = (seconds) => `PT${Math.max(0, seconds).toFixed(2)}S`;

// How a response is written (xAPI 1.0.3 Data, 2.4.4.1 and Appendix C).
function responseOf(question, answer) {
  if (question.type === "true-false") {
    return String(answer === "t");
  }
  return question.type === "choice" ? [...answer].join("[,]") : answer;
}

// randomUUID is missing where the page is not served over https.
function uuid() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

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
    return { ...template, ...(launch.registration ? { registration: launch.registration } : {}), contextActivities: lists, extensions: { ...template.extensions, ...add.extensions } };
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

  // In cmi5 "cmi5 defined" statements carry the category cmi5, and moveon when they hold success or completion (9.6.2).
  function defined(verb, result, extensions = {}) {
    if (!launch.isCmi5) {
      return statement(verb, unit, result, { extensions });
    }
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

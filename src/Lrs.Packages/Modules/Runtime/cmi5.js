// Keeps the record in a cmi5 learning system: statements to its LRS, the learner's place in a State document.
//
// How tries map to statements (9.3): "completed" once per registration, when the assessment is answered for the first time.
// "passed" once per registration, as soon as a try reaches the mastery score. A session may hold only one of passed and failed,
// and the learner may try again in the same session, so a failed try is held back: "failed" is sent when the session ends
// without a pass, never after a pass. The held try is in the State document, so a session that was cut off sends it next time.
// Every answer of every try is an "answered" statement of its own. In Browse and Review nothing but the session is recorded.

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

// 9274.1.1, 4.2.7.2 (interaction responses)
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

// The five launch parameters (8.1), or null when the page was not launched by a cmi5 learning system.
function launchParameters() {
  const query = new URLSearchParams(window.location.search);
  const launch = Object.fromEntries(["endpoint", "fetch", "actor", "registration", "activityId"].map((name) => [name, query.get(name)]));
  if (Object.values(launch).some((value) => !value)) {
    return null;
  }
  launch.endpoint = launch.endpoint.endsWith("/") ? launch.endpoint : `${launch.endpoint}/`;
  return launch;
}

// 8.2: asked for exactly once, because the address answers only once.
async function fetchToken(address) {
  const answer = await fetch(address, { method: "POST" });
  const body = await answer.json();
  if (!answer.ok || !body["auth-token"]) {
    throw new Error(`No authorization token: ${answer.status} ${body["error-text"] ?? ""}`);
  }
  return body["auth-token"];
}

async function connect(course, say) {
  const launch = launchParameters();
  if (!launch) {
    say("none");
    return unrecorded("notice.noSystem");
  }

  try {
    const lrs = makeLrs(launch, await fetchToken(launch.fetch));
    // 11.0: the preferences are read before the session is initialized; having none is no fault.
    const data = await lrs.read("activities/state", lrs.stateOf("LMS.LaunchData"));
    const preferences = await lrs.read("agents/profile", { agent: launch.actor, profileId: "cmi5LearnerPreferences" });
    const saved = await lrs.read("activities/state", lrs.stateOf("resume"));
    if (!data) {
      throw new Error("There is no LMS.LaunchData.");
    }
    return openSession(course, say, launch, lrs, data, saved, preferences);
  } catch (error) {
    console.error(error);
    say("none");
    return unrecorded("notice.noSession");
  }
}

function openSession(course, say, launch, lrs, data, saved, preferences) {
  const opened = Date.now();
  const normal = (data.launchMode ?? "Normal") === "Normal";
  const make = statementMaker(course, launch, data);
  // Looking without being assessed is not recorded, so "Saved" would be untrue.
  const outbox = makeOutbox(lrs, (kind) => say(!normal && kind === "saved" ? "none" : kind));
  const kept = { text: "", completed: false, passed: false, failed: null, ...saved };
  let over = false;
  const elapsed = () => duration((Date.now() - opened) / 1000);

  function keep() {
    outbox.keep(kept);
  }

  // What the session still owes: a failed try that was not made good, and its own end. Nothing the second time.
  function last() {
    const statements = [];
    if (over) {
      return statements;
    }
    over = true;
    if (normal && kept.failed && !kept.passed) {
      statements.push(make.judged("failed", kept.failed, elapsed()));
      kept.failed = null;
      keep();
    }
    statements.push(make.defined("terminated", { duration: elapsed() }));
    return statements;
  }

  outbox.send(make.defined("initialized"));

  return {
    recorded: true,
    notice: normal ? null : "notice.review",
    mastery: data.masteryScore ?? null,
    // 11.1: a list of languages, the preferred first.
    language: (preferences?.languagePreference ?? "").split(",")[0].trim(),
    room: Infinity,
    savedText: kept.text,
    notYetJudged: () => normal && !kept.completed,
    passedBefore: () => kept.passed,
    unsaved: outbox.failing,

    save(text) {
      if (normal && text !== kept.text) {
        kept.text = text;
        keep();
      }
    },

    seen(id, done, total) {
      if (normal) {
        outbox.send(make.progressed(id, done, total));
      }
    },

    answered(question, answer, right, since, seconds) {
      if (normal) {
        outbox.send(make.answered(question, answer, right, seconds));
      }
    },

    judged(result, again) {
      if (!normal) {
        return;
      }
      if (!kept.completed) {
        kept.completed = true;
        outbox.send(make.defined("completed", { completion: true, duration: elapsed() }), again);
      }
      if (result.passed && !kept.passed) {
        kept.passed = true;
        kept.failed = null;
        outbox.send(make.judged("passed", result, elapsed()), again);
      } else if (!kept.passed) {
        kept.failed = result;
      }
      keep();
    },

    completed() {
      if (normal && !kept.completed) {
        kept.completed = true;
        outbox.send(make.defined("completed", { completion: true, duration: elapsed() }));
        keep();
      }
    },

    async leave() {
      last().forEach((statement) => outbox.send(statement));
      await outbox.empty();
      if (data.returnURL) {
        window.location.assign(data.returnURL);
        return true;
      }
      closeOwnWindow();
      return false;
    },

    leaveNow() {
      outbox.flush(last());
    },
  };
}

// Opens the record in a learning system that launches with the parameters of tincan.xml: endpoint, auth, actor, activity_id and, from most, registration.

function launchParameters() {
  const query = new URLSearchParams(window.location.search);
  const [endpoint, auth, actor, activityId] = ["endpoint", "auth", "actor", "activity_id"].map((name) => query.get(name));
  if (!endpoint || !auth || !actor || !activityId) {
    return null;
  }
  return {
    isCmi5: false,
    endpoint: endpoint.endsWith("/") ? endpoint : `${endpoint}/`,
    auth,
    actor: JSON.stringify(oneOfEach(JSON.parse(actor))),
    activityId,
    registration: query.get("registration"),
  };
}

// Older launchers send lists, as version 0.9 had them: {"name": ["…"], "mbox": ["…"]}.
function oneOfEach(actor) {
  return Object.fromEntries(Object.entries(actor).map(([name, value]) => [name, Array.isArray(value) && name !== "member" ? value[0] : value]));
}

async function connect(course, say) {
  const launch = launchParameters();
  if (!launch) {
    say("none");
    return unrecorded("notice.noSystem");
  }

  try {
    const lrs = makeLrs(launch, launch.auth);
    const saved = await lrs.read("activities/state", lrs.stateOf("resume"));
    // Not part of this kind of launch, but a learner may have said it elsewhere.
    const preferences = await lrs.read("agents/profile", { agent: launch.actor, profileId: "cmi5LearnerPreferences" }).catch(() => null);
    return openSession(course, say, launch, lrs, {}, saved, preferences);
  } catch (error) {
    console.error(error);
    say("none");
    return unrecorded("notice.noSession");
  }
}

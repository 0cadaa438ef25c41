// Opens the record in a cmi5 learning system (launch: 8.1, 8.2 and 11.0).

// The five launch parameters (8.1), or null when the page was not launched by a cmi5 learning system.
function launchParameters() {
  const query = new URLSearchParams(window.location.search);
  const launch = Object.fromEntries(["endpoint", "fetch", "actor", "registration", "activityId"].map((name) => [name, query.get(name)]));
  if (Object.values(launch).some((value) => !value)) {
    return null;
  }
  launch.isCmi5 = true;
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
    const lrs = makeLrs(launch, `Basic ${await fetchToken(launch.fetch)}`);
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

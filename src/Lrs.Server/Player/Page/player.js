// The player page of a SCORM unit: holds the run-time that content looks for, saves what content commits, and tells the learner when
// that fails. The page is the learner's, so nothing here is trusted by the server: it only carries.

const launch = JSON.parse(document.getElementById("launch").textContent);
const is12 = launch.kind === "scorm12";
const frame = document.getElementById("content");
const banner = document.getElementById("banner");
const bannerText = document.getElementById("banner-text");
const bannerAction = document.getElementById("banner-action");
const status = document.getElementById("status");

// A browser takes at most 64 KiB from a page that is going away.
const MOST_WHEN_LEAVING = 60 * 1024;
const RETRY_SECONDS = [1, 2, 5, 10, 20, 30];
const commitUrl = `${launch.base}/rt/commit`;
const name = (short) => (is12 ? `LMS${short}` : short);
const exitElement = is12 ? "cmi.core.exit" : "cmi.exit";

let api = null;
let session = null;
let sequence = 0;
let acknowledged = {};
let pending = null;
let retries = 0;
let leaving = false;
let contentLeaving = false;
let inFlight = Promise.resolve();
let ended = false;
let lost = false;

// :: what the learner sees

function say(text, action, act) {
  bannerText.textContent = text;
  bannerAction.textContent = action ?? "";
  bannerAction.hidden = !action;
  bannerAction.onclick = act ?? null;
  banner.hidden = false;
}

function unsay(text) {
  if (!banner.hidden) {
    banner.hidden = true;
    status.textContent = text;
  }
}

function lose(reason) {
  lost = true;
  pending = null;
  say(`${reason} What you do from now on is not saved.`, "Open it here again", () => window.location.reload());
}

function leave() {
  if (launch.returnUrl && !leaving) {
    window.location.assign(launch.returnUrl);
  } else if (!leaving) {
    status.textContent = launch.text.ended;
  }
}

// :: saving

function flatten(value, at, into) {
  for (const [key, inner] of Object.entries(value)) {
    const path = at ? `${at}.${key}` : key;
    if (inner !== null && typeof inner === "object") {
      flatten(inner, path, into);
    } else if (inner !== null && inner !== undefined) {
      into[path] = String(inner);
    }
  }
  return into;
}

const bytes = (text) => new Blob([text]).size;

// What changed since the last answer from the server, cut so that each piece may go out of a page that is closing.
function pieces(elements, terminate, since) {
  const changes = Object.entries(elements).filter(([key, value]) => since[key] !== value);
  const parts = [[]];
  let size = 0;
  for (const change of changes) {
    const length = bytes(JSON.stringify(change));
    if (size > 0 && size + length > MOST_WHEN_LEAVING) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1).push(change);
    size += length;
  }
  sequence += 1;
  return parts.map((part, index) =>
    JSON.stringify({ session, commitSequence: sequence, part: index, parts: parts.length, terminate, changes: Object.fromEntries(part) }));
}

let beaconed = null;

function beacon(elements, terminate) {
  const send = (piece) => navigator.sendBeacon(commitUrl, new Blob([piece], { type: "text/plain" }));
  const sent = pieces(elements, terminate, acknowledged).map(send);
  // An earlier beacon may fill what the browser takes; what it carried need not be in the next.
  if (sent.includes(false) && beaconed) {
    pieces(elements, terminate, { ...acknowledged, ...beaconed }).forEach(send);
  }
  beaconed = elements;
}

const whole = (commit, terminate) => {
  sequence += 1;
  return JSON.stringify({ session, commitSequence: sequence, terminate, runtimeData: commit.runtimeData });
};

// The server has answered: kept, not to be kept any more, or to be tried again.
function answered(code, elements, terminate) {
  if (code === 200) {
    acknowledged = elements;
    pending = null;
    retries = 0;
    unsay(launch.text.savedAgain);
    if (terminate) {
      ended = true;
    }
    return true;
  }
  if (code === 404 || code === 409 || code === 410) {
    lose(code === 409 ? launch.text.elsewhere : launch.text.expired);
    return false;
  }
  return false;
}

function tryLater(commit, elements, terminate) {
  pending = { commit, elements, terminate: terminate || (pending?.terminate ?? false) };
  say(launch.text.unsaved, launch.text.tryNow, retry);
  const seconds = RETRY_SECONDS[Math.min(retries, RETRY_SECONDS.length - 1)];
  retries += 1;
  clearTimeout(tryLater.timer);
  tryLater.timer = setTimeout(retry, seconds * 1000);
}

async function retry() {
  if (!pending || lost) {
    return;
  }
  const { commit, elements, terminate } = pending;
  const code = await post(whole(commit, terminate), false);
  if (pending?.commit !== commit) {
    return;
  }
  if (answered(code, elements, terminate)) {
    if (terminate) {
      leave();
    }
  } else if (!lost) {
    tryLater(commit, elements, terminate);
  }
}

async function post(body, keepalive) {
  try {
    const answer = await fetch(commitUrl, { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive });
    return answer.status;
  } catch {
    return 0;
  }
}

function postNow(body) {
  const request = new XMLHttpRequest();
  request.open("POST", commitUrl, false);
  request.setRequestHeader("Content-Type", "application/json");
  try {
    request.send(body);
    return request.status;
  } catch {
    return 0;
  }
}

// While a page is being taken down the browser lets nobody wait for an answer. Content is told that all is well, and this page sees to it.
async function push(commit, elements, terminate) {
  const body = whole(commit, terminate);
  const code = await post(body, bytes(body) <= MOST_WHEN_LEAVING);
  if (!answered(code, elements, terminate) && !lost) {
    tryLater(commit, elements, terminate);
  }
}

function save(commit, terminate) {
  const elements = flatten(commit.runtimeData, "", {});
  if (lost) {
    return { result: false, errorCode: 101 };
  }
  if (leaving) {
    beacon(elements, terminate);
    return { result: true, errorCode: 0 };
  }
  if (contentLeaving) {
    inFlight = Promise.all([inFlight, push(commit, elements, terminate)]);
    return { result: true, errorCode: 0 };
  }
  const code = postNow(whole(commit, terminate));
  if (answered(code, elements, terminate)) {
    return { result: true, errorCode: 0 };
  }
  if (!lost) {
    tryLater(commit, elements, terminate);
  }
  return { result: false, errorCode: 101 };
}

// Without making content wait, when the page may be about to vanish.
async function saveAside() {
  if (!running() || lost || leaving) {
    return;
  }
  const commit = api.getCommitObject(false);
  const elements = flatten(commit.runtimeData, "", {});
  const [piece, ...more] = pieces(elements, false, acknowledged);
  if (more.length === 0 && (await post(piece, bytes(piece) <= MOST_WHEN_LEAVING)) === 200) {
    acknowledged = elements;
  }
}

// :: the run-time

const running = () => api !== null && !api.isNotInitialized() && !api.isTerminated();

function make(elements) {
  const service = { processHttpRequest: (url, commit, immediate) => save(commit, immediate), updateSettings() {} };
  const settings = {
    autocommit: true,
    autocommitSeconds: 10,
    lmsCommitUrl: commitUrl,
    renderCommonCommitFields: true,
    sendFullCommit: true,
    alwaysSendTotalTime: false,
    mastery_override: true,
    logLevel: 5,
    httpService: service,
  };
  const made = () => (is12 ? new window.Scorm12API(settings, service) : new window.Scorm2004API(settings, service));
  const first = made();
  try {
    first.loadFromFlattenedJSON(elements, "");
    return first;
  } catch {
    // One element that the run-time does not take must not cost the others.
    const careful = made();
    for (const [key, value] of Object.entries(elements)) {
      try {
        careful.loadFromFlattenedJSON({ [key]: value }, "");
      } catch (fault) {
        console.warn(`${key} was left out: ${fault}`);
      }
    }
    return careful;
  }
}

// Content that went away without a word is ended for it, so that the learner comes back to the same place.
function finish() {
  if (!running()) {
    return;
  }
  const { cmi } = api.getCommitObject(false).runtimeData;
  if (!(is12 ? cmi.core : cmi).exit) {
    api[name("SetValue")](exitElement, "suspend");
  }
  api[is12 ? "LMSFinish" : "Terminate"]("");
}

function isGone() {
  try {
    return frame.contentWindow.location.href === "about:blank";
  } catch {
    return true;
  }
}

function exit() {
  if (lost) {
    leave();
    return;
  }
  frame.addEventListener("load", async () => {
    finish();
    await inFlight;
    if (!pending) {
      leave();
    }
  }, { once: true });
  frame.src = "about:blank";
}

// Before content's own listeners, which may save and finish.
function contentLeaves() {
  contentLeaving = true;
  setTimeout(() => (contentLeaving = false), 0);
}

function watch() {
  frame.addEventListener("load", () => {
    if (isGone()) {
      if (frame.dataset.opened) {
        finish();
      }
      return;
    }
    frame.dataset.opened = "true";
    for (const type of ["beforeunload", "pagehide", "unload"]) {
      frame.contentWindow.addEventListener(type, contentLeaves, { capture: true });
    }
    // Behind content's own: by then it has said what it wanted to say. A page inside content that gives way to the next is no end.
    frame.contentWindow.addEventListener("unload", () => leaving && finish());
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saveAside());
  window.addEventListener("pagehide", () => {
    leaving = true;
    if (running() && !lost) {
      beacon(flatten(api.getCommitObject(false).runtimeData, "", {}), false);
    }
  });
  window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
  document.getElementById("exit")?.addEventListener("click", exit);
}

async function start() {
  let answer = null;
  try {
    answer = await fetch(`${launch.base}/rt/start`, { method: "POST" });
  } catch {
    // Told below.
  }
  if (!answer?.ok) {
    say(answer && answer.status < 500 ? launch.text.expired : launch.text.noServer, launch.text.tryNow, () => window.location.reload());
    return;
  }

  const begun = await answer.json();
  session = begun.session;
  if (!begun.asset) {
    api = make(begun.elements);
    api.on(name("Initialize"), () => saveAside());
    api.on(is12 ? "LMSFinish" : "Terminate", () => ended && setTimeout(leave, 0));
    window[is12 ? "API" : "API_1484_11"] = api;
  }
  watch();
  frame.src = launch.unit;
}

start();

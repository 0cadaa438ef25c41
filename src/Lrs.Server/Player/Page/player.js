// The player page: holds content and the run-time that SCORM content looks for, and tells the learner how saving goes. The page is the
// learner's, so nothing here is trusted by the server.

import { noteCalls, showIn } from "./calls.js";
import { makeContents } from "./contents.js";
import { makeSaving } from "./saving.js";
import { makeWindow } from "./window.js";

const find = (id) => document.getElementById(id);
const launch = JSON.parse(find("launch").textContent);
const isScorm = launch.kind.startsWith("scorm");
const is12 = launch.kind === "scorm12";
const [initialize, finishing, setValue] = is12 ? ["LMSInitialize", "LMSFinish", "LMSSetValue"] : ["Initialize", "Terminate", "SetValue"];
const frame = find("content");

let api = null;
let saving = null;
let opened = false;
let pageLeaves = false;
let contentLeaves = false;
let contents = null;
let popup = null;
let calls = null;
let wanted = null;
let going = false;

const running = () => api !== null && !api.isNotInitialized() && !api.isTerminated();

// :: what the learner sees

function warn(text, action, act) {
  find("banner-text").textContent = text;
  find("banner-action").textContent = action;
  find("banner-action").onclick = act;
  find("banner").hidden = false;
}

const reload = () => window.location.reload();

// Said again when it is the same as before, because a live region is silent about what does not change.
function say(text) {
  find("status").textContent = "";
  setTimeout(() => (find("status").textContent = text), 50);
}

const tell = {
  unsaved: () => warn(launch.text.unsaved, launch.text.tryNow, saving.retry),
  saved() {
    contents?.refresh();
    if (!find("banner").hidden) {
      find("banner").hidden = true;
      find("status").textContent = launch.text.savedAgain;
    }
  },
  lost: (code) => warn(`${code === 409 ? launch.text.elsewhere : launch.text.expired} ${launch.text.notSaved}`, launch.text.openAgain, reload),
  ended: () => setTimeout(ended, 0),
};

// Content ended its session. It may have said where it wants to go (adl.nav.request).
function ended() {
  if (pageLeaves) {
    return;
  }
  if (!launch.several) {
    leave();
  } else if (!going) {
    const asked = wanted;
    wanted = null;
    // Without a wish the learner keeps looking at what content shows last.
    contents.go({ request: asked ?? "exit" }, asked === null);
  }
}

function leave() {
  if (pageLeaves) {
    return;
  }
  if (launch.returnUrl) {
    window.location.assign(launch.returnUrl);
  } else {
    find("status").textContent = launch.text.ended;
  }
}

// :: the run-time

function save(commit, terminate) {
  const way = pageLeaves ? "leaving" : contentLeaves ? "aside" : "now";
  return saving[way](commit, terminate) ? { result: true, errorCode: 0 } : { result: false, errorCode: 101 };
}

function makeApi(elements) {
  const service = { processHttpRequest: (url, commit, terminate) => save(commit, terminate), updateSettings() {} };
  const settings = {
    autocommit: true,
    autocommitSeconds: 10,
    lmsCommitUrl: `${launch.base}/rt/commit`,
    renderCommonCommitFields: true,
    sendFullCommit: true,
    mastery_override: true,
    logLevel: 5,
    httpService: service,
  };
  const empty = () => (is12 ? new window.Scorm12API(settings, service) : new window.Scorm2004API(settings, service));
  try {
    const made = empty();
    made.loadFromFlattenedJSON(elements, "");
    return made;
  } catch {
    // One element that the run-time does not take must not cost the others.
    const made = empty();
    for (const [key, value] of Object.entries(elements)) {
      try {
        made.loadFromFlattenedJSON({ [key]: value }, "");
      } catch (fault) {
        console.warn(`${key} was left out: ${fault}`);
      }
    }
    return made;
  }
}

// Content that went away without a word is ended for it, so that the learner comes back to the same place.
function finish() {
  if (running()) {
    const { cmi } = api.getCommitObject(false).runtimeData;
    if (!(is12 ? cmi.core : cmi).exit) {
      api[setValue](is12 ? "cmi.core.exit" : "cmi.exit", "suspend");
    }
    api[finishing]("");
  }
}

// Takes content away, and waits for what it still has to say. False when something could not be saved; then the learner is told already.
async function leaveUnit() {
  if (!api || saving.isLost()) {
    popup?.close();
    return true;
  }
  going = true;
  // Content goes first, and says what it has to say.
  if (launch.popup) {
    popup.close();
    await new Promise((done) => setTimeout(done, 300));
  } else {
    await new Promise((done) => {
      frame.addEventListener("load", done, { once: true });
      frame.src = "about:blank";
    });
  }
  finish();
  await saving.settled();
  going = !saving.isPending();
  return going;
}

async function exit() {
  if (await leaveUnit()) {
    leave();
  }
}

function isGone() {
  try {
    return frame.contentWindow.location.href === "about:blank";
  } catch {
    return true;
  }
}

function watchContent() {
  if (isGone()) {
    if (opened) {
      finish();
    }
    return;
  }
  opened = true;
  // Before content's own listeners, which may save and finish while nobody can wait for an answer.
  for (const type of ["beforeunload", "pagehide", "unload"]) {
    frame.contentWindow.addEventListener(type, () => {
      contentLeaves = true;
      setTimeout(() => (contentLeaves = false), 0);
    }, { capture: true });
  }
  // And behind them. A page of content that gives way to the next one is no end; this page closing is. The run-time stays open for content
  // that has its say at unload, which is later and does not always come.
  frame.contentWindow.addEventListener("pagehide", () => {
    if (pageLeaves && running()) {
      const commit = api.getCommitObject(false);
      const owner = is12 ? commit.runtimeData.cmi.core : commit.runtimeData.cmi;
      owner.exit = owner.exit || "suspend";
      saving.leaving(commit, true);
    }
  });
}

function watch() {
  frame?.addEventListener("load", watchContent);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && running() && !pageLeaves) {
      saving.aside(api.getCommitObject(false), false);
    }
  });
  window.addEventListener("pagehide", () => {
    pageLeaves = true;
    if (running()) {
      saving.leaving(api.getCommitObject(false), false);
    }
    calls?.leave();
  });
  window.addEventListener("pageshow", (event) => event.persisted && reload());
  find("exit")?.addEventListener("click", exit);
}

// A unit that is complete by being open for long enough: the server measures, and says how much is left.
function waitFor(seconds) {
  setTimeout(async () => {
    const answer = await fetch(`${launch.base}/rt/waited`, { method: "POST" }).catch(() => null);
    const left = answer?.ok ? (await answer.json()).left : 5;
    if (left > 0) {
      waitFor(left);
    } else {
      contents?.refresh();
    }
  }, seconds * 1000);
}

// adl.nav.request_valid (RTE 5.6.5): what the server said last, not what the run-time thinks, which knows one unit only.
function answerValid(runTime) {
  const getValue = runTime.GetValue.bind(runTime);
  const said = (possible) => String(Boolean(launch.several && possible));
  runTime.GetValue = (name) => {
    const target = /^adl\.nav\.request_valid\.(choice|jump)\.\{target=(.+)\}$/.exec(name);
    if (name !== "adl.nav.request_valid.continue" && name !== "adl.nav.request_valid.previous" && !target) {
      return getValue(name);
    }
    // Asked all the same, so that the run-time's errors are what they are: before Initialize, after Terminate.
    if (getValue("adl.nav.request_valid.continue") === "" && Number(runTime.GetLastError()) !== 0) {
      return "";
    }
    return target ? said((target[1] === "choice" ? launch.choices : launch.jumps)?.includes(target[2])) : said(name.endsWith("continue") ? launch.next : launch.previous);
  };
}

function offerRunTime(begun) {
  saving = makeSaving(`${launch.base}/rt/commit`, begun.session, tell);
  api = makeApi(begun.elements);
  api.on(initialize, () => saving.aside(api.getCommitObject(false), false));
  if (!is12) {
    api.on("SetValue.adl.nav.request", (element, value) => (wanted = value === "_none_" ? null : value));
    answerValid(api);
  }
  calls = noteCalls(api, is12 ? "LMS" : "", `${launch.base}/rt/calls`, launch.preview ? showIn(find("calls-list"), find("calls-count")) : null);
  window[is12 ? "API" : "API_1484_11"] = calls.view;
}

async function begin() {
  const answer = await fetch(`${launch.base}/rt/start`, { method: "POST" }).catch(() => null);
  if (!answer?.ok) {
    warn(answer && answer.status < 500 ? launch.text.expired : launch.text.noServer, launch.text.tryNow, reload);
    return false;
  }

  const begun = await answer.json();
  if (!begun.asset) {
    offerRunTime(begun);
  }
  if (begun.completeAfter) {
    waitFor(begun.completeAfter);
  }
  return true;
}

// For a unit of cmi5 that came to its end and to its returnURL.
window.unitEnded = () => (launch.several ? contents.go({ request: "exit" }, true) : leave());

async function start() {
  if (isScorm && !(await begin())) {
    return;
  }
  watch();
  if (launch.several) {
    contents = makeContents(launch, leaveUnit, exit, say);
    contents.refresh();
  }
  if (launch.popup) {
    popup = makeWindow(launch, () => (isScorm ? finish() : contents?.refresh()), say);
  } else {
    frame.src = launch.unit;
  }
}

start();

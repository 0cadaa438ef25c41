// The player page of a SCORM unit: holds the run-time that content looks for, and tells the learner how saving goes. The page is the
// learner's, so nothing here is trusted by the server.

import { makeSaving } from "./saving.js";

const find = (id) => document.getElementById(id);
const launch = JSON.parse(find("launch").textContent);
const is12 = launch.kind === "scorm12";
const [initialize, finishing, setValue] = is12 ? ["LMSInitialize", "LMSFinish", "LMSSetValue"] : ["Initialize", "Terminate", "SetValue"];
const frame = find("content");

let api = null;
let saving = null;
let opened = false;
let pageLeaves = false;
let contentLeaves = false;

const running = () => api !== null && !api.isNotInitialized() && !api.isTerminated();

// :: what the learner sees

function warn(text, action, act) {
  find("banner-text").textContent = text;
  find("banner-action").textContent = action;
  find("banner-action").onclick = act;
  find("banner").hidden = false;
}

const reload = () => window.location.reload();

const tell = {
  unsaved: () => warn(launch.text.unsaved, launch.text.tryNow, saving.retry),
  saved() {
    if (!find("banner").hidden) {
      find("banner").hidden = true;
      find("status").textContent = launch.text.savedAgain;
    }
  },
  lost: (code) => warn(`${code === 409 ? launch.text.elsewhere : launch.text.expired} ${launch.text.notSaved}`, launch.text.openAgain, reload),
  ended: () => setTimeout(leave, 0),
};

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

function exit() {
  if (!api || saving.isLost()) {
    leave();
    return;
  }
  // Content goes first, and says what it has to say.
  frame.addEventListener("load", async () => {
    finish();
    await saving.settled();
    if (!saving.isPending()) {
      leave();
    }
  }, { once: true });
  frame.src = "about:blank";
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
  frame.addEventListener("load", watchContent);
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
  });
  window.addEventListener("pageshow", (event) => event.persisted && reload());
  find("exit")?.addEventListener("click", exit);
}

async function start() {
  const answer = await fetch(`${launch.base}/rt/start`, { method: "POST" }).catch(() => null);
  if (!answer?.ok) {
    warn(answer && answer.status < 500 ? launch.text.expired : launch.text.noServer, launch.text.tryNow, reload);
    return;
  }

  const begun = await answer.json();
  if (!begun.asset) {
    saving = makeSaving(`${launch.base}/rt/commit`, begun.session, tell);
    api = makeApi(begun.elements);
    api.on(initialize, () => saving.aside(api.getCommitObject(false), false));
    window[is12 ? "API" : "API_1484_11"] = api;
  }
  watch();
  frame.src = launch.unit;
}

start();

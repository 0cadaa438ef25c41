// Carries what content saves to the server, and keeps at it until it has arrived. What goes out while the page closes cannot be
// answered; it is cut into pieces that a browser takes from a closing page, with only what the server is not known to have.

// A browser takes at most 64 KiB from a page that is going away.
const MOST_WHEN_LEAVING = 60 * 1024;
const RETRY_SECONDS = [1, 2, 5, 10, 20, 30];

const bytes = (text) => new Blob([text]).size;

// The elements of a data model by name, such as cmi.core.lesson_status.
export function flatten(value, at = "", into = {}) {
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

// address: where commits go. tell: { unsaved(), saved(), lost(status), ended() }, called when that comes to be so.
export function makeSaving(address, session, tell) {
  let sequence = 0;
  let acknowledged = {};
  let beaconed = {};
  let pending = null;
  let retries = 0;
  let timer = null;
  let lost = false;
  let inFlight = Promise.resolve();

  const whole = (commit, terminate) => {
    sequence += 1;
    return JSON.stringify({ session, commitSequence: sequence, terminate, runtimeData: commit.runtimeData });
  };

  // What the server is not known to have. Empty elements that it never had are not worth the room.
  function pieces(elements, terminate, since) {
    const parts = [[]];
    let size = 0;
    for (const change of Object.entries(elements)) {
      const [key, value] = change;
      if ((since[key] ?? "") === value) {
        continue;
      }
      const length = bytes(JSON.stringify(change));
      if (size > 0 && size + length > MOST_WHEN_LEAVING) {
        parts.push([]);
        size = 0;
      }
      parts.at(-1).push(change);
      size += length;
    }
    sequence += 1;
    return parts.map((part, index) => {
      const changes = Object.fromEntries(part);
      return { changes, body: JSON.stringify({ session, commitSequence: sequence, part: index, parts: parts.length, terminate, changes }) };
    });
  }

  function sendPieces(elements, terminate, since) {
    const sent = pieces(elements, terminate, since).map(({ body, changes }) => {
      const taken = navigator.sendBeacon(address, new Blob([body], { type: "text/plain" }));
      if (taken) {
        Object.assign(beaconed, changes);
      }
      return taken;
    });
    return !sent.includes(false);
  }

  function beacon(elements, terminate) {
    // An earlier beacon may fill what the browser takes; then what it carried is left out.
    if (!sendPieces(elements, terminate, acknowledged)) {
      sendPieces(elements, terminate, { ...acknowledged, ...beaconed });
    }
  }

  async function post(body) {
    try {
      const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive: bytes(body) <= MOST_WHEN_LEAVING });
      return answer.status;
    } catch {
      return 0;
    }
  }

  function postNow(body) {
    const request = new XMLHttpRequest();
    request.open("POST", address, false);
    request.setRequestHeader("Content-Type", "application/json");
    try {
      request.send(body);
      return request.status;
    } catch {
      return 0;
    }
  }

  // Kept, not to be kept any more, or to be tried again.
  function answered(code, commit, elements, terminate) {
    if (code === 200) {
      acknowledged = elements;
      beaconed = {};
      pending = null;
      retries = 0;
      clearTimeout(timer);
      tell.saved();
      if (terminate) {
        tell.ended();
      }
      return true;
    }
    if (code === 404 || code === 409 || code === 410) {
      lost = true;
      pending = null;
      tell.lost(code);
      return false;
    }
    pending = { commit, elements, terminate: terminate || (pending?.terminate ?? false) };
    clearTimeout(timer);
    timer = setTimeout(retry, RETRY_SECONDS[Math.min(retries, RETRY_SECONDS.length - 1)] * 1000);
    retries += 1;
    tell.unsaved();
    return false;
  }

  async function retry() {
    if (pending && !lost) {
      const tried = pending;
      const code = await post(whole(tried.commit, tried.terminate));
      // Content may have saved again meanwhile; then that is what counts.
      if (pending === tried) {
        answered(code, tried.commit, tried.elements, tried.terminate);
      }
    }
  }

  return {
    retry,
    isLost: () => lost,
    isPending: () => pending !== null,
    settled: () => inFlight,

    // Content waits for the answer.
    now(commit, terminate) {
      if (lost) {
        return false;
      }
      const code = postNow(whole(commit, terminate));
      // Browsers refuse to wait while any part of the page is taken down, and do not say that this is why.
      return code === 0 && navigator.onLine ? this.aside(commit, terminate) : answered(code, commit, flatten(commit.runtimeData), terminate);
    },

    // Nobody can wait, but this page stays.
    aside(commit, terminate) {
      if (!lost) {
        const elements = flatten(commit.runtimeData);
        inFlight = Promise.all([inFlight, post(whole(commit, terminate)).then((code) => answered(code, commit, elements, terminate))]);
      }
      return !lost;
    },

    // This page is going.
    leaving(commit, terminate) {
      if (!lost) {
        beacon(flatten(commit.runtimeData), terminate);
      }
      return !lost;
    },
  };
}

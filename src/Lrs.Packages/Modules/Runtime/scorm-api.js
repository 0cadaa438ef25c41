// Finding the learning system's run-time (SCORM 1.2, 3.3.6.1; SCORM 2004 Run-Time Environment, 3.3): up through the frames, then in the window that opened this one.

const API_LEVELS = 10;

// Frames of other origins throw when touched; then there is nothing to find there.
function findApi(from, name, initialize) {
  let win = from;
  for (let level = 0; win && level <= API_LEVELS; level += 1) {
    try {
      if (win[name] && typeof win[name][initialize] === "function") {
        return win[name];
      }
      if (win.parent === win) {
        return null;
      }
      win = win.parent;
    } catch {
      return null;
    }
  }
  return null;
}

function findApiAround(name, initialize) {
  let win = window;
  for (let windows = 0; win && windows < 3; windows += 1) {
    const api = findApi(win, name, initialize);
    if (api) {
      return api;
    }
    try {
      win = win.top.opener ?? win.opener;
    } catch {
      return null;
    }
  }
  return null;
}

// Notes every call that content makes of the run-time, and what came of it: for authors and support, who ask why a course does not do
// what it should. Content's own view of the run-time is this one.

const MOST = 5000;
const LONGEST = 1000;
const AT_ONCE = 250;
const EVERY_MS = 2000;
const NAMES = ["Initialize", "Terminate", "Finish", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"];

const cut = (value) => {
  const text = value === undefined || value === null ? "" : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
};

// api: the run-time. prefix: LMS for SCORM 1.2. address: where notes go. show: called with each note, or null.
export function noteCalls(api, prefix, address, show) {
  const noted = [];
  let count = 0;

  function note(call, given, result) {
    count += 1;
    if (count > MOST) {
      return;
    }
    const error = Number(api[`${prefix}GetLastError`]()) || 0;
    const entry = { at: Math.round(performance.now()), call, arguments: given.slice(0, 3).map(cut), result: cut(result), error };
    noted.push(entry);
    show?.(entry);
  }

  const view = {};
  for (const name of NAMES.map((name) => prefix + name)) {
    if (typeof api[name] === "function") {
      view[name] = (...given) => {
        const result = api[name](...given);
        note(name, given, result);
        return result;
      };
    }
  }

  const take = () => JSON.stringify({ calls: noted.splice(0, AT_ONCE) });

  setInterval(() => {
    if (noted.length > 0) {
      fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: take() }).catch(() => {});
    }
  }, EVERY_MS);

  // The page goes: behind the commits, which matter more, as much as the browser still takes.
  const leave = () => {
    while (noted.length > 0 && navigator.sendBeacon(address, new Blob([take()], { type: "text/plain" }))) {
      // The next piece.
    }
  };

  return { view, leave };
}

// Shows notes in a list, and how many there are; errors stand out by a word, not by colour alone.
export function showIn(list, counter) {
  let shown = 0;
  return ({ at, call, arguments: given, result, error }) => {
    shown += 1;
    counter.textContent = String(shown);
    const line = document.createElement("li");
    line.textContent = `${(at / 1000).toFixed(1)} s  ${call}(${given.map((one) => JSON.stringify(one)).join(", ")}) → ${JSON.stringify(result)}${error ? `  error ${error}` : ""}`;
    line.className = error ? "wrong" : "";
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    list.append(line);
    if (atEnd) {
      list.scrollTop = list.scrollHeight;
    }
  };
}

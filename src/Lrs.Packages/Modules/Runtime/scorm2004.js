// Keeps the record in a SCORM 2004 learning system (Run-Time Environment 4th Edition, chapter 4).
//
// How tries map to the record: completion_status is "incomplete" until the assessment is answered for the first time, then "completed";
// success_status is "passed" or "failed" by the best try so far, and nothing turns "passed" back. The session ends with exit "suspend" until the
// learner has passed, so that a failed learner comes back to the result; after passing it ends with "normal", so that the next launch is a new attempt.

const duration = (seconds) => `PT${Math.max(0, seconds).toFixed(2)}S`;

// 4.2.9.1: the response and the patterns of each type of interaction.
function responseOf(question, answer) {
  if (question.type === "true-false") {
    return String(answer === "t");
  }
  return question.type === "choice" ? [...answer].join("[,]") : answer;
}

// 4.1.1.7: time(second,10,0) without a zone is the learner's own clock.
const timeOf = (date) => new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 19);

// localized_string_type with its smallest permitted maximum.
const briefly = (text) => (text.length > 250 ? `${text.slice(0, 249)}…` : text);

async function connect(course, say) {
  const api = findApiAround("API_1484_11", "Initialize");
  if (!api || String(api.Initialize("")) !== "true") {
    say("none");
    return unrecorded(api ? "notice.noSession" : "notice.noSystem");
  }

  const opened = Date.now();
  const get = (element) => String(api.GetValue(element) ?? "");
  const tracked = get("cmi.mode") === "normal" || get("cmi.mode") === "";
  const passing = get("cmi.scaled_passing_score");
  let completion = get("cmi.completion_status");
  let success = get("cmi.success_status");
  let interactions = Number(get("cmi.interactions._count")) || 0;
  let timer = null;
  let over = false;

  function set(element, value) {
    if (String(api.SetValue(element, String(value))) !== "true") {
      console.warn(`The learning system refused ${element}: error ${api.GetLastError()}.`);
    }
  }

  function commit() {
    clearTimeout(timer);
    const kept = String(api.Commit("")) === "true";
    timer = kept ? null : setTimeout(commit, 5000);
    say(kept ? "saved" : "unsaved");
  }

  function complete() {
    completion = "completed";
    set("cmi.completion_status", completion);
  }

  function end(finished) {
    if (over) {
      return;
    }
    over = true;
    clearTimeout(timer);
    set("cmi.session_time", duration((Date.now() - opened) / 1000));
    set("cmi.exit", finished || success === "passed" ? "normal" : "suspend");
    const committed = String(api.Commit("")) === "true";
    const ended = String(api.Terminate("")) === "true";
    if (tracked) {
      say(committed || ended ? "saved" : "lost");
    }
  }

  if (tracked && completion !== "completed" && completion !== "incomplete") {
    completion = "incomplete";
    set("cmi.completion_status", completion);
    commit();
  } else {
    say(tracked ? "saved" : "none");
  }

  // On a phone the page may be thrown away without a word after it was hidden, so the time is kept by then.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && tracked && !over) {
      set("cmi.session_time", duration((Date.now() - opened) / 1000));
      commit();
    }
  });

  // A screen's objective by its name; 4.2.17 gives each a place of its own.
  function objectiveAt(id) {
    const count = Number(get("cmi.objectives._count")) || 0;
    for (let i = 0; i < count; i += 1) {
      if (get(`cmi.objectives.${i}.id`) === id) {
        return i;
      }
    }
    set(`cmi.objectives.${count}.id`, id);
    return count;
  }

  return {
    recorded: true,
    notice: tracked ? null : "notice.review",
    mastery: passing === "" || Number.isNaN(Number(passing)) ? null : Number(passing),
    language: get("cmi.learner_preference.language"),
    room: 64000,
    savedText: get("cmi.suspend_data"),
    notYetJudged: () => tracked && completion === "incomplete",
    passedBefore: () => success === "passed",
    unsaved: () => timer !== null,

    save(text, place) {
      if (!tracked) {
        return;
      }
      set("cmi.location", place);
      set("cmi.suspend_data", text);
      commit();
    },

    seen(id, done, total) {
      if (!tracked) {
        return;
      }
      set(`cmi.objectives.${objectiveAt(id)}.completion_status`, "completed");
      set("cmi.progress_measure", Math.round((100 * done) / total) / 100);
    },

    answered(question, answer, right, since, seconds) {
      if (!tracked) {
        return;
      }
      const at = `cmi.interactions.${interactions}`;
      interactions += 1;
      set(`${at}.id`, question.id);
      set(`${at}.type`, question.type);
      set(`${at}.timestamp`, timeOf(since));
      question.answers.forEach((one, i) => set(`${at}.correct_responses.${i}.pattern`, responseOf(question, one)));
      set(`${at}.weighting`, question.use === "assessment" ? 1 : 0);
      set(`${at}.learner_response`, responseOf(question, answer));
      set(`${at}.result`, right === null ? "neutral" : right ? "correct" : "incorrect");
      set(`${at}.latency`, duration(seconds));
      set(`${at}.description`, briefly(question.text));
    },

    judged(result) {
      if (!tracked || (success === "passed" && !result.passed)) {
        return;
      }
      set("cmi.score.min", 0);
      set("cmi.score.max", 100);
      set("cmi.score.raw", Math.round(result.scaled * 10000) / 100);
      set("cmi.score.scaled", result.scaled);
      success = result.passed ? "passed" : "failed";
      set("cmi.success_status", success);
      complete();
    },

    completed() {
      if (tracked) {
        complete();
      }
    },

    async leave(finished) {
      end(finished);
      closeOwnWindow();
      return false;
    },

    leaveNow: end,
  };
}

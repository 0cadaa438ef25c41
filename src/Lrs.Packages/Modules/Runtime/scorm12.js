// Keeps the record in a SCORM 1.2 learning system (Run-Time Environment 1.2, 3.3 and 3.4).
//
// How tries map to the record: lesson_status is "incomplete" until the assessment is answered, then "passed" or "failed"; a
// better try in the same or a later session turns "failed" into "passed", and nothing turns "passed" back. The session ends with
// exit "suspend" until the learner has passed, so that a failed learner comes back to the result and may try again; after
// passing it ends with exit "", so that the next launch is a new attempt.

const two = (number) => String(number).padStart(2, "0");

// CMITimespan: HHHH:MM:SS.SS
function timespan(seconds) {
  const hundredths = Math.round(seconds * 100);
  const whole = Math.floor(hundredths / 100);
  return `${String(Math.min(9999, Math.floor(whole / 3600))).padStart(4, "0")}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${two(hundredths % 100)}`;
}

// CMITime: the time of day HH:MM:SS
const timeOfDay = (date) => `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;

// 3.4.7: a response and a pattern are a CMIFeedback, here one character for each choice: "ac" is "a,c".
const pattern = (answer) => [...answer].join(",");

// A CMIString255 cannot hold a longer text, and SCORM 1.2 has no other place for one.
const MOST_CHARACTERS = 255;

function partsOf(question, answer) {
  if (question.type !== "long-fill-in") {
    return [pattern(answer)];
  }
  const said = answer.replace(/\s+/gu, " ");
  return Array.from({ length: Math.ceil(said.length / MOST_CHARACTERS) }, (_, i) => said.slice(i * MOST_CHARACTERS, (i + 1) * MOST_CHARACTERS));
}

async function connect(course, say) {
  const api = findApiAround("API", "LMSInitialize");
  if (!api || String(api.LMSInitialize("")) !== "true") {
    say("none");
    return unrecorded(api ? "notice.noSession" : "notice.noSystem");
  }

  const opened = Date.now();
  const get = (element) => String(api.LMSGetValue(element) ?? "");
  const tracked = !["browse", "review"].includes(get("cmi.core.lesson_mode"));
  const masteryScore = get("cmi.student_data.mastery_score");
  let status = get("cmi.core.lesson_status");
  let interactions = Number(get("cmi.interactions._count")) || 0;
  let objectives = Number(get("cmi.objectives._count")) || 0;
  let timer = null;
  let over = false;

  function set(element, value) {
    if (String(api.LMSSetValue(element, String(value))) !== "true") {
      console.warn(`The learning system refused ${element}: error ${api.LMSGetLastError()}.`);
    }
  }

  function commit() {
    clearTimeout(timer);
    const kept = String(api.LMSCommit("")) === "true";
    timer = kept ? null : setTimeout(commit, 5000);
    say(kept ? "saved" : "unsaved");
  }

  function setStatus(value) {
    status = value;
    set("cmi.core.lesson_status", value);
  }

  function end(finished) {
    if (over) {
      return;
    }
    over = true;
    clearTimeout(timer);
    set("cmi.core.session_time", timespan((Date.now() - opened) / 1000));
    set("cmi.core.exit", finished || status === "passed" ? "" : "suspend");
    const committed = String(api.LMSCommit("")) === "true";
    const ended = String(api.LMSFinish("")) === "true";
    if (tracked) {
      say(committed || ended ? "saved" : "lost");
    }
  }

  if (tracked && ["", "not attempted", "unknown"].includes(status)) {
    setStatus("incomplete");
    commit();
  } else {
    say(tracked ? "saved" : "none");
  }

  // On a phone the page may be thrown away without a word after it was hidden, so the time is kept by then.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && tracked && !over) {
      set("cmi.core.session_time", timespan((Date.now() - opened) / 1000));
      commit();
    }
  });

  return {
    recorded: true,
    notice: tracked ? null : "notice.review",
    mastery: masteryScore === "" || Number.isNaN(Number(masteryScore)) ? null : Number(masteryScore) / 100,
    language: get("cmi.student_preference.language"),
    room: 4096,
    savedText: get("cmi.suspend_data"),
    notYetJudged: () => tracked && status === "incomplete",
    passedBefore: () => status === "passed",
    unsaved: () => timer !== null,

    save(text, place) {
      if (!tracked) {
        return;
      }
      set("cmi.core.lesson_location", place);
      set("cmi.suspend_data", text);
      commit();
    },

    // Progress has no element of its own in SCORM 1.2; every screen is an objective (3.4.5).
    seen(id) {
      if (!tracked) {
        return;
      }
      const at = `cmi.objectives.${objectives}`;
      objectives += 1;
      set(`${at}.id`, id);
      set(`${at}.status`, "completed");
    },

    answered(question, answer, right, since, seconds) {
      if (!tracked) {
        return;
      }
      partsOf(question, answer).forEach((response, part) => {
        const at = `cmi.interactions.${interactions}`;
        interactions += 1;
        set(`${at}.id`, part === 0 ? question.id : `${question.id}.${part + 1}`);
        set(`${at}.type`, question.type === "long-fill-in" ? "fill-in" : question.type);
        set(`${at}.time`, timeOfDay(since));
        question.answers.forEach((one, i) => set(`${at}.correct_responses.${i}.pattern`, pattern(one)));
        set(`${at}.weighting`, question.use === "assessment" ? 1 : 0);
        set(`${at}.student_response`, response);
        set(`${at}.result`, right === null ? "neutral" : right ? "correct" : "wrong");
        set(`${at}.latency`, timespan(seconds));
      });
    },

    judged(result) {
      if (!tracked || (status === "passed" && !result.passed)) {
        return;
      }
      // 3.4.4: the raw score is between 0 and 100.
      set("cmi.core.score.min", 0);
      set("cmi.core.score.max", 100);
      set("cmi.core.score.raw", Math.round(result.scaled * 10000) / 100);
      setStatus(result.passed ? "passed" : "failed");
    },

    completed() {
      if (tracked) {
        setStatus("completed");
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

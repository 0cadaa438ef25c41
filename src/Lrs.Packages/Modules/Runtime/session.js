// Keeps the record in an LRS: statements, and the learner's place in a State document. The rules are those of cmi5, for plain xAPI too.
//
// How tries map to statements (9.3): "completed" once per registration, when the assessment is answered for the first time.
// "passed" once per registration, as soon as a try reaches the mastery score. A session may hold only one of passed and failed,
// and the learner may try again in the same session, so a failed try is held back: "failed" is sent when the session ends
// without a pass, never after a pass. The held try is in the State document, so a session that was cut off sends it next time.
// Every answer of every try is an "answered" statement of its own. In Browse and Review nothing but the session is recorded.

function openSession(course, say, launch, lrs, data, saved, preferences) {
  const opened = Date.now();
  const normal = (data.launchMode ?? "Normal") === "Normal";
  const make = statementMaker(course, launch, data);
  // Looking without being assessed is not recorded, so "Saved" would be untrue.
  const outbox = makeOutbox(lrs, (kind) => say(!normal && kind === "saved" ? "none" : kind));
  const kept = { text: "", completed: false, passed: false, failed: null, ...saved };
  let over = false;
  const elapsed = () => duration((Date.now() - opened) / 1000);

  function keep() {
    outbox.keep(kept);
  }

  // What the session still owes: a failed try that was not made good, and its own end. Nothing the second time.
  function last() {
    const statements = [];
    if (over) {
      return statements;
    }
    over = true;
    if (normal && kept.failed && !kept.passed) {
      statements.push(make.judged("failed", kept.failed, elapsed()));
      kept.failed = null;
      keep();
    }
    statements.push(make.defined("terminated", { duration: elapsed() }));
    return statements;
  }

  outbox.send(make.defined("initialized"));

  return {
    recorded: true,
    notice: normal ? null : "notice.review",
    mastery: data.masteryScore ?? null,
    // 11.1: a list of languages, the preferred first.
    language: (preferences?.languagePreference ?? "").split(",")[0].trim(),
    room: Infinity,
    savedText: kept.text,
    notYetJudged: () => normal && !kept.completed,
    passedBefore: () => kept.passed,
    unsaved: outbox.failing,

    save(text) {
      if (normal && text !== kept.text) {
        kept.text = text;
        keep();
      }
    },

    seen(id, done, total) {
      if (normal) {
        outbox.send(make.progressed(id, done, total));
      }
    },

    answered(question, answer, right, since, seconds) {
      if (normal) {
        outbox.send(make.answered(question, answer, right, seconds));
      }
    },

    judged(result, again) {
      if (!normal) {
        return;
      }
      if (!kept.completed) {
        kept.completed = true;
        outbox.send(make.defined("completed", { completion: true, duration: elapsed() }), again);
      }
      if (result.passed && !kept.passed) {
        kept.passed = true;
        kept.failed = null;
        outbox.send(make.judged("passed", result, elapsed()), again);
      } else if (!kept.passed) {
        kept.failed = result;
      }
      keep();
    },

    completed() {
      if (normal && !kept.completed) {
        kept.completed = true;
        outbox.send(make.defined("completed", { completion: true, duration: elapsed() }));
        keep();
      }
    },

    async leave() {
      last().forEach((statement) => outbox.send(statement));
      await outbox.empty();
      if (data.returnURL) {
        window.location.assign(data.returnURL);
        return true;
      }
      closeOwnWindow();
      return false;
    },

    leaveNow() {
      outbox.flush(last());
    },
  };
}

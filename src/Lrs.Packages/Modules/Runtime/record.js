// What the course needs of a learning system. An adapter's connect(course, say) resolves to an object of this shape; the one
// here stands for "no learning system". say(kind) tells the learner: opening, saving, saved,
// unsaved (kept trying), lost (the session has ended), refused (a record was not accepted) or none (nothing is kept).
//
//   recorded        whether anything is kept
//   notice          key of a text to show once, or null
//   mastery         the learning system's passing score as 0..1, or null
//   language        the learner's language by the learning system, a tag, or ""
//   room            how many characters save can keep
//   savedText       what save was given last in this registration, or null
//   save(text, at)  keeps the learner's place
//   seen(id, done, total)  the learner went past a screen for the first time; done of total are seen now
//   answered(question, answer, right, since, seconds)  right is null where nothing is right or wrong
//   judged(result, again)  the assessment is answered; again: in an earlier session, and the learning system may know
//   completed()     everything is done in a module without an assessment
//   notYetJudged()  whether no result is known to the learning system
//   passedBefore()  whether a pass is
//   unsaved()       whether something could not be saved so far
//   leave(finished) ends the session; resolves to true when another page takes over
//   leaveNow(finished)  the same while the page is being thrown away
function unrecorded(notice) {
  return {
    recorded: false,
    notice,
    mastery: null,
    language: "",
    room: Infinity,
    savedText: null,
    save() {},
    seen() {},
    answered() {},
    judged() {},
    completed() {},
    notYetJudged: () => false,
    passedBefore: () => false,
    unsaved: () => false,
    leave: async () => false,
    leaveNow() {},
  };
}

// A window that was opened for the course alone is closed with it; a learning system's own window is not ours to close.
function closeOwnWindow() {
  if (window.opener && window === window.top) {
    window.close();
  }
}

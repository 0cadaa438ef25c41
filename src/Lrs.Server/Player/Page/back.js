// A unit of cmi5 has ended and came here: whoever holds it takes over.
const holder = window.parent !== window ? window.parent : window.opener;
try {
  holder?.unitEnded?.();
  if (holder?.unitEnded && window.parent === window) {
    window.close();
  }
} catch {
  // Held by a page of another site: the learner goes on by hand.
}

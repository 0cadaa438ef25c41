// Content in a window of its own. It is opened by a click, because browsers open no other, and this page stays behind it: content finds the
// run-time here, as its opener.

const find = (id) => document.getElementById(id);
const LOOK_MS = 500;

// closed: called when the window is gone. say: tells it to who cannot see.
export function makeWindow(launch, closed, say) {
  let opened = null;

  const isOpen = () => opened !== null && !opened.closed;

  setInterval(() => {
    if (opened?.closed) {
      opened = null;
      closed();
    }
  }, LOOK_MS);

  find("window-open").addEventListener("click", () => {
    if (isOpen()) {
      opened.focus();
      return;
    }
    opened = window.open(launch.unit, "unit", "popup,width=1200,height=800,resizable=yes,scrollbars=yes");
    const text = opened ? launch.text.isOpen : launch.text.blocked;
    find("window-text").textContent = text;
    say(text);
  });

  return {
    isOpen,
    close() {
      opened?.close();
      opened = null;
    },
  };
}

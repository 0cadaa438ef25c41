// The table of contents of a course with several units: shows how things stand, and takes the learner from one to the next. What may be
// opened is the server's to decide.

const find = (id) => document.getElementById(id);
const NARROW = "(max-width: 47.99rem)";

// launch: the page's data. leaveUnit: ends what runs and waits until it is saved. exit: leaves the course. say: tells it to who cannot see.
export function makeContents(launch, leaveUnit, exit, say) {
  const panel = find("contents");
  const toggle = find("contents-toggle");
  const buttons = [...panel.querySelectorAll("button.unit")];
  let going = false;

  // :: the panel

  function show(open, focus) {
    panel.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    if (open && focus) {
      (panel.querySelector("[aria-current]") ?? buttons[0])?.focus();
    }
  }

  const narrow = window.matchMedia(NARROW);
  show(!narrow.matches, false);
  narrow.addEventListener("change", () => show(!narrow.matches, false));
  toggle.addEventListener("click", () => show(panel.hidden, true));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && narrow.matches && !panel.hidden) {
      show(false, false);
      toggle.focus();
    }
  });

  // :: how things stand

  function setPossible(id, possible) {
    const button = find(id);
    if (possible) {
      button?.removeAttribute("aria-disabled");
    } else {
      button?.setAttribute("aria-disabled", "true");
    }
  }

  function showUnit({ unit, status, tone, closed }) {
    const button = buttons.find((one) => one.dataset.unit === unit);
    if (!button) {
      return;
    }
    const state = button.querySelector("[data-status]");
    if (state.textContent !== status) {
      state.textContent = status;
      state.className = `state ${tone}`;
      say(`${button.querySelector(".title").textContent} ${launch.text.nowStatus} ${status}.`);
    }
    const reason = button.querySelector("[data-closed]");
    reason.textContent = closed ?? "";
    reason.hidden = !closed;
    if (closed) {
      button.setAttribute("aria-disabled", "true");
    } else {
      button.removeAttribute("aria-disabled");
    }
  }

  async function refresh() {
    const answer = await fetch(`${launch.base}/contents`).catch(() => null);
    if (answer?.ok) {
      const now = await answer.json();
      const { units, previous, next } = now;
      Object.assign(launch, { previous, next, choices: now.choices, jumps: now.jumps });
      units.forEach(showUnit);
      setPossible("previous", previous);
      setPossible("next", next);
    }
  }

  // :: going somewhere

  // stays: what the learner sees may stay when nothing follows.
  async function go(asked, stays = false) {
    if (going) {
      return;
    }
    going = true;
    try {
      if (!stays && !(await leaveUnit())) {
        return;
      }
      const answer = await fetch(`${launch.base}/go`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked) }).catch(() => null);
      if (!answer?.ok) {
        say(launch.text.noServer);
        return;
      }
      const { url, left, refused } = await answer.json();
      if (url) {
        window.location.replace(url);
      } else if (left) {
        await exit();
      } else {
        say(refused ?? launch.text.partEnded);
        await refresh();
        if (!stays) {
          show(true, true);
        }
      }
    } finally {
      going = false;
    }
  }

  function pressed(button, asked) {
    button?.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") === "true") {
        say(button.querySelector("[data-closed]")?.textContent || launch.text.notNow);
      } else if (button.getAttribute("aria-current") === "page" && narrow.matches) {
        show(false, false);
        find("place").focus();
      } else {
        go(asked);
      }
    });
  }

  pressed(find("previous"), { request: "previous" });
  pressed(find("next"), { request: "continue" });
  buttons.forEach((button) => pressed(button, { unit: button.dataset.unit }));

  // What content of cmi5 and xAPI says goes to the record store, past this page.
  if (!launch.kind.startsWith("scorm")) {
    setInterval(() => document.visibilityState === "visible" && !going && refresh(), 5000);
  }

  return { go, refresh };
}

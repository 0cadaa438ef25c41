// Showing one screen at a time, and saying where the learner is.

const find = (selector, from = document) => from.querySelector(selector);
const findAll = (selector, from = document) => [...from.querySelectorAll(selector)];
const fill = (text, ...values) => values.reduce((said, value, i) => said.replaceAll(`{${i}}`, value), text);

function screenElement(id) {
  return find(`[data-screen="${CSS.escape(id)}"]`);
}

function showScreen(course, id, far, takeFocus) {
  for (const screen of findAll("[data-screen]")) {
    screen.hidden = screen.dataset.screen !== id;
  }

  const heading = find("h2", screenElement(id));
  document.title = `${heading.textContent} – ${course.title}`;
  showProgress(course, id, far);
  showSteps(course, id);
  showContents(course, id, far);
  if (takeFocus) {
    window.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }
}

function showProgress(course, id, far) {
  const i = course.screens.indexOf(id);
  const total = course.screens.length;
  const said = find("[data-progress]");
  said.parentElement.hidden = id === "ended";
  said.textContent = i >= 0 ? fill(course.text.screenOf, i + 1, total) : course.text.atTheEnd;
  find("[data-bar]").style.width = `${Math.round((100 * (i >= 0 ? i + 1 : total)) / total)}%`;
}

function showSteps(course, id) {
  const i = course.screens.indexOf(id);
  const last = !course.assessed && i === course.screens.length - 1;
  find("[data-steps]").hidden = i < 0 && id !== "assessment";
  find('[data-action="previous"]').hidden = i === 0;
  find('[data-action="next"]').hidden = i < 0 || last;
  const complete = find('[data-action="complete"]');
  if (complete) {
    complete.hidden = !last;
  }
}

// Screens open one after another; those reached stay open. The assessment follows the last.
function showContents(course, id, far) {
  const inAssessment = !course.screens.includes(id);
  find(".contents").hidden = id === "ended";
  for (const button of findAll("[data-go]")) {
    const target = button.dataset.go;
    const i = target === "assessment" ? course.screens.length : course.screens.indexOf(target);
    const here = target === id || (target === "assessment" && inAssessment);
    button.disabled = i > far;
    find(".done", button).hidden = here || i >= far;
    if (here) {
      button.setAttribute("aria-current", "step");
    } else {
      button.removeAttribute("aria-current");
    }
  }
}

function toggleContents(open) {
  find('[data-action="contents"]').setAttribute("aria-expanded", String(open));
  find("#contents").dataset.open = String(open);
}

function showNotice(text) {
  const notice = find("[data-notice]");
  notice.textContent = text;
  notice.hidden = !text;
}

// Every language's edition as it was built, so that a change of language begins from a clean page.
const editions = new Map();

function keepEditions() {
  const shown = find(".edition");
  const copy = document.createElement("template");
  copy.content.append(...shown.cloneNode(true).childNodes);
  editions.set(shown.dataset.edition, copy);
  findAll("template[data-edition]").forEach((edition) => editions.set(edition.dataset.edition, edition));
}

// Puts a language's edition into the page; what is shown of the learner's answers is for the caller to put back.
function showEdition(language) {
  const shown = find(".edition");
  shown.replaceChildren(editions.get(language).content.cloneNode(true));
  shown.dataset.edition = language;
  document.documentElement.lang = language;
}

// The edition for a language tag: the same, or one of the same language in another country; null when there is none.
function editionFor(language) {
  const there = [...editions.keys()];
  const short = (tag) => tag.toLowerCase().split(/[-_]/u)[0];
  return there.find((tag) => tag.toLowerCase() === language.toLowerCase()) ?? there.find((tag) => short(tag) === short(language)) ?? null;
}

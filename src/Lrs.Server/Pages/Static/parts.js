// Starts the parts of govuk-frontend. Their address holds a hash of their content, so the page says it.
const { initAll } = await import(document.querySelector("script[data-parts]").dataset.parts);
initAll();

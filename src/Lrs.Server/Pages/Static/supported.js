// Tells the style sheet that scripts run, before the page is first painted. The parts of govuk-frontend start only where this stands.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}

// While a package is imported, looks every second how far it is, and then shows the page again.
const place = document.getElementById("import");
const bar = document.getElementById("percent");
const state = document.getElementById("import-state");

const look = async () => {
  try {
    const answer = await fetch(place.dataset.import, { cache: "no-store" });
    if (answer.ok) {
      const job = await answer.json();
      bar.value = job.percent;
      state.textContent = `${job.percent} %`;
      if (job.state !== "running") {
        location.assign(place.dataset.page);
        return;
      }
    }
  } catch {
    // The server is away for a moment; the link below still works.
  }
  setTimeout(look, 1000);
};

setTimeout(look, 1000);

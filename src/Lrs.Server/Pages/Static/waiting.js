// While the server imports its first courses, looks every second whether it is done, and then shows the page again.
const line = document.getElementById("waiting");

const look = async () => {
  try {
    const answer = await fetch(line.dataset.ready, { cache: "no-store" });
    if (answer.ok) {
      location.reload();
      return;
    }
  } catch {
    // The server is away for a moment; the link in the line still works.
  }
  setTimeout(look, 1000);
};

setTimeout(look, 1000);

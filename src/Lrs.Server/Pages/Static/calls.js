// Adds the calls of a registration to its page as they come in.
const table = document.getElementById("calls-table");
const body = table.tBodies[0];
const state = document.getElementById("calls-state");
const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent);
const EVERY_MS = 2000;
const MOST_ROWS = 5000;

let next = "";
let count = 0;

const add = (received, { at, call, arguments: given, result, error }) => {
  const row = body.insertRow();
  const words = [new Date(received).toLocaleTimeString(), `${(at / 1000).toFixed(1)} s`, `${call}(${given.map((one) => JSON.stringify(one)).join(", ")})`, result, error ? String(error) : ""];
  row.className = "govuk-table__row";
  words.forEach((word, at) => {
    const cell = row.insertCell();
    cell.className = "govuk-table__cell";
    cell.dataset.label = heads[at];
    cell.textContent = word;
  });
  count += 1;
  if (body.rows.length > MOST_ROWS) {
    body.deleteRow(0);
  }
};

const look = async () => {
  let more = false;
  try {
    const answer = await fetch(`${table.dataset.calls}${next ? `?after=${next}` : ""}`, { cache: "no-store" });
    if (answer.ok) {
      const got = await answer.json();
      const before = count;
      got.batches.forEach((batch) => batch.calls.forEach((one) => add(batch.at, one)));
      next = got.next;
      more = got.batches.length > 0;
      if (count > before) {
        table.hidden = false;
        state.textContent = `${count} calls.`;
      }
    }
  } catch {
    // The server is away for a moment.
  }
  setTimeout(look, more ? 100 : EVERY_MS);
};

look();

// Sends the form for a package by script, so that a long upload shows how far it is. Without scripts, or when anything about them is missing, the form
// sends itself as it always did.
const form = document.querySelector("form[action='/upload']");
const field = form?.querySelector("input[type=file]");
const token = form?.querySelector("input[name=antiforgery]");

// Not crypto.randomUUID: that is only there over https.
const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

const showBar = () => {
  const place = document.getElementById("upload-progress");
  place.hidden = false;
  return { place, text: document.getElementById("upload-state"), bar: document.getElementById("sent") };
};

// Said at every tenth only, so that a screen reader is not talking all the time.
const tell = (shown, percent) => {
  shown.bar.value = percent;
  const tenth = Math.floor(percent / 10) * 10;
  shown.text.textContent = `${tenth} %`;
};

const send = (event) => {
  if (!field.files[0]) {
    return;
  }
  event.preventDefault();
  const id = newId();
  const file = field.files[0];
  const button = form.querySelector("button[type=submit]");
  const shown = showBar();
  const request = new XMLHttpRequest();
  const byItself = () => {
    shown.place.hidden = true;
    button.disabled = false;
    form.submit();
  };

  request.open("POST", `/api/packages?wait=false&import=${id}&name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader("X-Antiforgery", token.value);
  request.setRequestHeader("Content-Type", file.name.toLowerCase().endsWith(".xml") ? "text/xml" : "application/zip");
  request.upload.onprogress = ({ loaded, total }) => tell(shown, total > 0 ? (100 * loaded) / total : 0);
  // Whatever else the server answers, the form gets a page for it that says so in words.
  request.onload = () => (request.status === 202 || request.status === 201 ? location.assign(`/imports/${id}`) : byItself());
  request.onerror = byItself;
  tell(shown, 0);
  button.disabled = true;
  request.send(file);
};

if (field && token) {
  form.addEventListener("submit", send);
}

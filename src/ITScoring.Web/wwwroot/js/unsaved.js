// On the check page: sends what the journal still holds of this form, and keeps the form from being presented while anything is unsaved.
import * as journal from "./journal.js";
import { save } from "./requests.js";

const place = document.querySelector("[data-unsaved]");
const questions = place.dataset.unsaved;
const list = place.querySelector("[data-list]");
const present = document.querySelector("form[data-present]");

const codeOf = address => address.slice(questions.length + 1).split("/")[0];
let trying = false;

function show(said = new Map()) {
  const left = journal.entries(questions + "/");
  place.hidden = left.length === 0;
  list.replaceChildren(...left.map(([address]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const code = codeOf(address);
    link.href = document.querySelector(`main a[href$="#${code.toLowerCase()}"]`)?.href ?? place.dataset.home;
    link.textContent = `Câu ${code}`;
    item.append(link, said.has(code) ? `: ${said.get(code)}` : "");
    return item;
  }));
  return left;
}

async function tryAll() {
  if (trying) return;
  trying = true;
  const said = new Map();
  let stored = 0;
  for (const [address, fields] of show()) {
    const reply = await save(address, fields);
    if (reply.state === "saved") {
      journal.drop(address, fields);
      stored++;
    } else {
      said.set(codeOf(address), reply.text);
      if (reply.state === "session") document.dispatchEvent(new CustomEvent("session-ended"));
    }
  }
  trying = false;
  show(said);
  // The page was computed without them.
  if (stored > 0 && said.size === 0) location.reload();
}

present?.addEventListener("submit", event => {
  // Notes may be saved all the same.
  if (event.submitter?.hasAttribute("formaction") || show().length === 0) return;
  event.preventDefault();
  place.scrollIntoView({ block: "center" });
  place.focus();
});

document.addEventListener("session-renewed", tryAll);
window.addEventListener("online", tryAll);
window.addEventListener("storage", () => show());
tryAll();

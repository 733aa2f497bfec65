// Keeps what a reviewer types as a draft and shows the points that would follow. What the server has not acknowledged stands in the browser's journal,
// is tried again, and is put back when the page is opened again. A verdict is given by a button only.
import * as journal from "./journal.js";
import { post, renewTokens } from "./requests.js";

const pause = 800;
const waits = [1, 2, 4, 8, 15, 30];
const form = document.querySelector("form[data-draft]");
const address = form.dataset.draft;
const state = form.querySelector('[data-live="draft"]');
const sentKey = "itscoring:sent";

const fieldsOf = () => [...new FormData(form)].filter(([name]) => name !== "__RequestVerificationToken" && name !== "seen" && name !== "step");
const contentOf = fields => JSON.stringify(fields);

let timer = 0;
let failures = 0;
let isSending = false;
let journalWorks = true;
let saved = contentOf(fieldsOf());

const say = text => {
  if (state.textContent.trim() !== text) state.textContent = text;
};

// Only what follows from the typed values is taken from the answer: never a field.
function show(fresh) {
  for (const part of form.querySelectorAll("[data-live]")) {
    const other = fresh.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
    if (!other || part.contains(document.activeElement)) continue;
    const open = [...part.querySelectorAll("details")].map(d => d.open);
    part.replaceChildren(...[...other.childNodes].map(n => document.adoptNode(n)));
    part.querySelectorAll("details").forEach((d, i) => { d.open = open[i] ?? d.open; });
  }
  for (const control of form.querySelectorAll("[name^='v-']")) {
    const bad = fresh.getElementById(control.id)?.getAttribute("aria-invalid") === "true";
    control.classList.toggle("is-invalid", bad);
    if (bad) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

async function send() {
  if (isSending) return;
  const fields = fieldsOf();
  if (contentOf(fields) === saved) return;
  isSending = true;
  say("Đang lưu nháp…");
  const reply = await ask(fields);
  isSending = false;
  if (reply) {
    failures = 0;
    show(reply);
    if (reply.querySelector('[data-live="draft"][data-kept=yes]')) {
      saved = contentOf(fields);
      journal.drop(address, fields);
    } else {
      // What the server would not keep stays in the journal; the same again would be refused again.
      say(reply.querySelector(".errsum li:last-child")?.textContent ?? "Chưa lưu được nháp: tải lại trang để xem phiếu hiện nay.");
    }
    if (contentOf(fieldsOf()) !== contentOf(fields)) soon(0);
  } else {
    timer = setTimeout(send, waits[Math.min(failures++, waits.length - 1)] * 1000);
  }
}

// The page as the server shows it with these values; null when they did not arrive.
async function ask(fields) {
  for (let attempt = 1; ; attempt++) {
    let response;
    try {
      response = await post(address, [...fields, ["step", "try"], ["seen", form.elements.seen.value]]);
    } catch {
      say(navigator.onLine ? "Chưa lưu được nháp: không kết nối được máy chủ. Tự thử lại." : "Chưa lưu được nháp: mất kết nối mạng. Tự thử lại.");
      return null;
    }
    if (response.status === 401) {
      say("Chưa lưu được nháp: phiên làm việc đã hết.");
      document.dispatchEvent(new CustomEvent("session-ended"));
      return null;
    }
    if (response.status === 400 && attempt === 1 && await renewTokens().catch(() => false)) continue;
    if (response.ok || response.status === 422) return new DOMParser().parseFromString(await response.text(), "text/html");
    say("Chưa lưu được nháp: tải lại trang để xem phiếu hiện nay.");
    return null;
  }
}

function soon(wait) {
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

form.addEventListener("input", () => {
  journalWorks = journal.keep(address, fieldsOf()) && journalWorks;
  soon(pause);
});

// The server answers every button with a page that holds what was typed, or with the next one: then the journal's copy has done its work.
form.addEventListener("submit", () => {
  clearTimeout(timer);
  try {
    sessionStorage.setItem(sentKey, address);
  } catch {
    // The journal's copy is offered again.
  }
});

document.addEventListener("session-renewed", () => soon(0));
window.addEventListener("online", () => soon(0));
window.addEventListener("pagehide", () => {
  const fields = fieldsOf();
  if (contentOf(fields) !== saved && sessionStorage.getItem(sentKey) !== address) post(address, [...fields, ["step", "try"]], true).catch(() => {});
});
window.addEventListener("beforeunload", event => {
  if (!journalWorks && contentOf(fieldsOf()) !== saved && sessionStorage.getItem(sentKey) !== address) event.preventDefault();
});

try {
  const sent = sessionStorage.getItem(sentKey);
  if (sent) journal.drop(sent);
  sessionStorage.removeItem(sentKey);
} catch {
  // Nothing was noted.
}

// What an earlier visit typed and could not send: back into the fields, and on its way.
const [, kept] = journal.entries(address).find(([of]) => of === address) ?? [];
if (kept) {
  for (const control of form.querySelectorAll("[name^='v-'], [name=reason]")) {
    const values = kept.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
    else if (values.length > 0) control.value = values[0];
  }
  soon(0);
}

// Saves each answer of the section page while it is typed. What the server has not acknowledged stands in the journal and is tried again;
// one save is on its way at a time. Without this script the page's own form does the same at the press of a button.
import * as fields from "./fields.js";
import * as journal from "./journal.js";
import { page, post, save } from "./requests.js";

const typingPause = 1500;
const pauses = [1, 2, 4, 8, 15, 30];
const patience = 10_000;

const form = document.querySelector("form[data-autosave]");
const questions = form.dataset.autosave;
const summary = form.querySelector("[data-save-summary]");
const addressOf = code => `${questions}/${code}/answer`;

// By question code: what is typed and not yet stored (typed), waits for somebody's choice (stuck), or is on its way (sending).
const typed = new Map();
const stuck = new Map();
// What each field held when it was last taken up: leaving a field (change) tells once more what typing (input) has told already.
const taken = new Map();
let sending = null;
let failures = 0;
let retry = 0;
let refreshing = 0;
let isStale = false;
let journalWorks = true;
// When something was last stored, and why the last save was not.
let savedAt = null;
let why = null;
const waiting = [];

const card = code => document.getElementById(code.toLowerCase());
const codeOf = target => {
  const code = target.closest("article[data-code]")?.dataset.code;
  return code && fields.isEditable(card(code), code) && (target.name === code || target.name?.startsWith(code + "[") || target.name === "note-" + code) ? code : null;
};

function template(name, text) {
  const part = form.querySelector(`template[data-save="${name}"]`).content.cloneNode(true).firstElementChild;
  part.querySelectorAll("[data-text]").forEach(place => { place.textContent = text ?? ""; });
  return part;
}

function show(code, state, text) {
  card(code).querySelector(".save")?.replaceWith(template(state, text));
}

function say(code, name, text) {
  const place = card(code).querySelector("[data-said]");
  place.replaceChildren(...(name ? [template(name, text)] : []));
  for (const control of card(code).querySelectorAll(`[name="${code}"], [name^="${code}["]`)) {
    const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter(id => id && id !== place.id);
    if (name) described.push(place.id);
    if (described.length) control.setAttribute("aria-describedby", described.join(" "));
    else control.removeAttribute("aria-describedby");
    if (name === "problem") {
      control.setAttribute("aria-invalid", "true");
      control.classList.add("is-invalid");
    } else if (control.classList.contains("is-invalid") && !card(code).querySelector(`#${code.toLowerCase()}-f .err`)) {
      control.removeAttribute("aria-invalid");
      control.classList.remove("is-invalid");
    }
  }
}

const unsaved = () => [...new Set([...typed.keys(), ...stuck.keys(), ...(sending ? [sending] : [])])];

// Said once everything rests, so that nobody hears a sentence for every key.
function rest() {
  const open = unsaved();
  const later = [...typed.keys()];
  const text = later.length > 0
    ? `${why ?? ""} Chưa lưu được ${later.length} câu (${later.join(", ")}). Nội dung được giữ trên máy này và tự lưu lại khi có thể.`.trim()
    : open.length > 0
      ? `Còn ${open.length} câu chưa lưu, cần anh/chị xem lại: ${open.join(", ")}.`
      : failures === 0 && savedAt ? `Đã lưu mọi thay đổi lúc ${savedAt}.` : "";
  if (summary.textContent !== text) summary.textContent = text;
  waiting.splice(0).forEach(done => done());
}

function changed(code, pause) {
  const now = fields.read(card(code), code);
  taken.set(code, fields.contentOf(now, code));
  stuck.delete(code);
  journalWorks = journal.keep(addressOf(code), now) && journalWorks;
  clearTimeout(typed.get(code));
  typed.set(code, setTimeout(() => { typed.set(code, 0); send(); }, pause));
}

function hurry() {
  clearTimeout(retry);
  for (const [code, timer] of typed) {
    clearTimeout(timer);
    typed.set(code, 0);
  }
  send();
}

async function send() {
  if (sending) return;
  const next = [...typed].find(([, timer]) => timer === 0);
  if (!next) {
    if (typed.size === 0 && failures === 0) refreshSoon();
    if (typed.size === 0) rest();
    return;
  }

  const code = sending = next[0];
  const before = fields.read(card(code), code);
  show(code, "saving");
  const reply = await save(addressOf(code), before);
  sending = null;
  settle(code, before, reply);
}

function settle(code, before, reply) {
  const isSame = fields.contentOf(fields.read(card(code), code), code) === fields.contentOf(before, code);
  if (reply.state === "later" || reply.state === "session") {
    show(code, "failed");
    why = reply.text;
    const pause = pauses[Math.min(failures++, pauses.length - 1)] * 1000 * (0.75 + Math.random() / 2);
    typed.set(code, 0);
    rest();
    if (reply.state === "session") document.dispatchEvent(new CustomEvent("session-ended"));
    else retry = setTimeout(send, pause);
    return;
  }

  failures = 0;
  why = null;
  if (reply.state === "saved") {
    fields.base(card(code), code, reply.version, reply.shown);
    journal.drop(addressOf(code), before);
    savedAt = reply.time;
    say(code, null);
    if (isSame) {
      clearTimeout(typed.get(code));
      typed.delete(code);
      show(code, "saved", reply.time);
    } else {
      // Typed on meanwhile: the kept text now builds on what was just stored.
      journal.keep(addressOf(code), fields.read(card(code), code));
    }
  } else if (isSame) {
    clearTimeout(typed.get(code));
    typed.delete(code);
    stuck.set(code, reply);
    show(code, reply.state, reply.text);
    say(code, { invalid: "problem", conflict: "choice" }[reply.state] ?? "lost", reply.text);
  }

  send();
}

// The points, the findings and what others stored, from the page as the server shows it now. Nothing under somebody's hands is touched.
function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, 700);
}

async function refresh() {
  if (unsaved().length > stuck.size) return;
  const fresh = await page().catch(() => null);
  if (!fresh?.querySelector("form[data-autosave]") || unsaved().length > stuck.size) return;
  isStale = false;
  const rail = document.querySelector(".rail");
  const open = [...rail.querySelectorAll("details")].map(d => d.open);
  const newRail = fresh.querySelector(".rail");
  if (rail.contains(document.activeElement)) isStale = true;
  else if (newRail.textContent !== rail.textContent) {
    [...newRail.querySelectorAll("details")].forEach((d, i) => { d.open = open[i] ?? false; });
    rail.replaceWith(document.adoptNode(newRail));
  }

  for (const shown of form.querySelectorAll("article[data-code]")) {
    const code = shown.dataset.code;
    const other = fresh.getElementById(shown.id);
    if (!other || stuck.has(code) || typed.has(code)) continue;
    if (shown.contains(document.activeElement)) {
      const [said, now] = [shown.querySelector(`#${shown.id}-f`), other.querySelector(`#${shown.id}-f`)];
      if (said && now) said.replaceChildren(...[...now.childNodes].map(n => document.adoptNode(n)));
      isStale = true;
    } else if (shown.outerHTML !== other.outerHTML) {
      const details = [...shown.querySelectorAll("details")].map(d => d.open);
      [...other.querySelectorAll("details")].forEach((d, i) => { d.open ||= details[i] ?? false; });
      shown.replaceWith(document.adoptNode(other));
    }
  }
}

// Resolves when nothing is on its way any more, saved or not.
function settled() {
  hurry();
  if (!sending && ![...typed.values()].includes(0)) return Promise.resolve();
  return Promise.race([new Promise(done => waiting.push(done)), new Promise(done => setTimeout(done, patience))]);
}

form.addEventListener("input", event => {
  const code = codeOf(event.target);
  if (code) changed(code, typingPause);
});

form.addEventListener("change", event => {
  const code = codeOf(event.target);
  if (!code) return;
  const isNew = taken.get(code) !== fields.contentOf(fields.read(card(code), code), code);
  if (isNew || typed.has(code)) changed(code, 0);
});

form.addEventListener("focusout", event => {
  if (isStale && event.target.closest("article[data-code]") !== event.relatedTarget?.closest?.("article[data-code]")) refreshSoon();
});

form.addEventListener("click", event => {
  const button = event.target.closest("button[data-do]");
  if (!button) return;
  const code = button.closest("article[data-code]").dataset.code;
  const reply = stuck.get(code);
  const first = () => card(code).querySelector(`[name="${code}"], [name^="${code}["], summary`)?.focus();
  if (button.dataset.do === "retry") {
    hurry();
    first();
  } else if (button.dataset.do === "mine") {
    fields.base(card(code), code, reply.version);
    say(code, null);
    changed(code, 0);
    first();
  } else {
    // The stored value, or nothing where the form is closed: what was typed here goes.
    journal.drop(addressOf(code));
    stuck.delete(code);
    document.activeElement.blur();
    say(code, null);
    refresh().then(first);
    rest();
  }
});

// Leaving by a button waits until all is saved; what cannot be stored at all the server names on its page.
form.addEventListener("submit", async event => {
  if (form.dataset.settled) return;
  if (unsaved().length === stuck.size && stuck.size === 0) return;
  event.preventDefault();
  const button = event.submitter;
  await settled();
  if (typed.size > 0) {
    rest();
    return;
  }
  form.dataset.settled = "true";
  form.requestSubmit(button);
});

// Back by the browser's own button the page is as it was left.
window.addEventListener("pageshow", event => {
  delete form.dataset.settled;
  if (event.persisted) refreshSoon();
});

document.addEventListener("session-renewed", hurry);
window.addEventListener("online", hurry);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") hurry();
});
window.addEventListener("pagehide", () => {
  for (const code of typed.keys()) post(addressOf(code), fields.read(card(code), code), true).catch(() => {});
});
window.addEventListener("beforeunload", event => {
  if (!journalWorks && unsaved().length > 0) event.preventDefault();
});

// What an earlier visit left behind: back into its field and on its way, or, where the page has no place for it, sent as it is.
for (const [address, kept] of journal.entries(questions + "/")) {
  const code = address.slice(questions.length + 1).split("/")[0];
  const place = card(code);
  if (!place || place.dataset.code !== code) continue;
  if (fields.isEditable(place, code) && fields.write(place, code, kept)) {
    taken.set(code, fields.contentOf(fields.read(place, code), code));
    typed.set(code, 0);
    continue;
  }
  save(address, kept).then(reply => {
    if (reply.state === "saved") {
      journal.drop(address, kept);
      refreshSoon();
    } else {
      stuck.set(code, reply);
      show(code, "refused");
      say(code, "lost", reply.text);
      rest();
    }
  });
}
send();

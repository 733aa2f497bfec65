// Saves an item of a criteria set as one types, shows what follows from it, and completes codes of questions in expressions. Without this script the
// buttons of the page do the same.
import * as journal from "./journal.js";
import { post, renewTokens } from "./requests.js";

const pause = 900;
const waits = [1, 2, 4, 8, 15, 30];
const form = document.querySelector("form[data-item]");
const address = form.dataset.item;
const state = form.querySelector('[data-live="state"]');

const stored = name => name.startsWith("/") || name === "renameEverywhere";
const fieldsOf = () => [...new FormData(form)].filter(([name]) => name !== "__RequestVerificationToken" && name !== "act" && name !== "version");
const contentOf = fields => JSON.stringify(fields);

let timer = 0;
let failures = 0;
let isSending = false;
let reshape = false;
let leaving = false;
let saved = contentOf(fieldsOf());

const say = text => {
  if (state.textContent.trim() !== text) state.textContent = text;
};

// Parts that follow from what was typed; fields are put in anew only when a choice asks for other fields.
function show(fresh) {
  form.elements.version.value = fresh.querySelector("form[data-item] input[name=version]").value;
  if (reshape) {
    const active = document.activeElement;
    const [id, open] = [active?.id, [active?.selectionStart, active?.selectionEnd]];
    const place = form.querySelector("[data-fields]");
    place.replaceChildren(...[...fresh.querySelector("[data-fields]").childNodes].map(n => document.adoptNode(n)));
    const again = id ? document.getElementById(id) : null;
    again?.focus({ preventScroll: true });
    if (again?.tagName === "TEXTAREA") again.setSelectionRange(open[0], open[1]);
    reshape = false;
    saved = contentOf(fieldsOf());
  }
  for (const part of document.querySelectorAll("[data-live]")) {
    const other = fresh.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
    if (other) part.replaceChildren(...[...other.childNodes].map(n => document.adoptNode(n)));
  }
  for (const field of form.querySelectorAll("[data-field]")) mark(field, fresh.querySelector(`[data-field="${CSS.escape(field.dataset.field)}"]`));
  for (const expression of form.querySelectorAll("textarea[data-expression]")) mark(expression.parentElement, fresh.getElementById(expression.id)?.parentElement);
}

function mark(field, other) {
  if (!other) return;
  const control = field.querySelector("input:not([type=hidden]), select, textarea");
  const fresh = other.querySelector("input:not([type=hidden]), select, textarea");
  if (!control || !fresh) return;
  for (const name of ["aria-invalid", "aria-describedby"]) {
    const value = fresh.getAttribute(name);
    if (value === null) control.removeAttribute(name);
    else control.setAttribute(name, value);
  }
  control.classList.toggle("is-invalid", fresh.classList.contains("is-invalid"));
  if (control.dataset.expression) return;
  field.querySelector(":scope > .err")?.remove();
  const error = other.querySelector(":scope > .err");
  if (error) field.append(document.adoptNode(error));
}

async function ask(fields) {
  for (let attempt = 1; ; attempt++) {
    let response;
    try {
      response = await post(address, [...fields, ["version", form.elements.version.value], ["act", "save"]]);
    } catch {
      say(navigator.onLine ? "Chưa lưu được: không kết nối được máy chủ. Tự thử lại." : "Chưa lưu được: mất kết nối mạng. Tự thử lại.");
      return null;
    }
    if (response.status === 401) {
      say("Chưa lưu được: phiên làm việc đã hết.");
      document.dispatchEvent(new CustomEvent("session-ended"));
      return null;
    }
    if (response.status === 400 && attempt === 1 && await renewTokens().catch(() => false)) continue;
    if (response.ok || response.status === 422 || response.status === 409) return { status: response.status, page: new DOMParser().parseFromString(await response.text(), "text/html") };
    say("Chưa lưu được: tải lại trang để xem bộ tiêu chí hiện nay.");
    return null;
  }
}

async function send() {
  if (isSending || leaving) return;
  const fields = fieldsOf();
  if (contentOf(fields) === saved && !reshape) return;
  isSending = true;
  say("Đang lưu…");
  const reply = await ask(fields);
  isSending = false;
  if (!reply) {
    timer = setTimeout(send, waits[Math.min(failures++, waits.length - 1)] * 1000);
    return;
  }
  failures = 0;
  if (reply.status === 409) {
    // Somebody else was there: both values are shown by the page itself, and the person chooses.
    leaving = true;
    form.querySelector("button[value=save]").click();
    return;
  }
  saved = contentOf(fields);
  journal.drop(address, fields);
  // Somebody else changed other fields: they have to be shown before this page may speak of the new version, or the next save would undo them.
  const merged = reply.page.querySelector("[data-fields]").dataset.merged === "yes";
  if ((reshape || merged) && contentOf(fieldsOf()) !== saved) {
    // Already something else: other fields than those of this answer are wanted.
    if (!merged) form.elements.version.value = reply.page.querySelector("form[data-item] input[name=version]").value;
    soon(150);
    return;
  }
  reshape ||= merged;
  show(reply.page);
  if (reply.status === 422) say(reply.page.querySelector(".errsum li")?.textContent ?? "Chưa lưu được.");
  if (contentOf(fieldsOf()) !== saved) soon(0);
}

function soon(wait) {
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

form.addEventListener("input", () => {
  journal.keep(address, fieldsOf().filter(([name]) => stored(name)));
  soon(pause);
});
form.addEventListener("change", event => {
  if (!event.target.closest("[data-reshape]")) return;
  reshape = true;
  soon(150);
});
form.addEventListener("submit", () => {
  leaving = true;
  clearTimeout(timer);
  journal.drop(address);
});
document.addEventListener("session-renewed", () => soon(0));
window.addEventListener("online", () => soon(0));
window.addEventListener("pagehide", () => {
  const fields = fieldsOf();
  if (!leaving && contentOf(fields) !== saved) post(address, [...fields, ["version", form.elements.version.value], ["act", "save"]], true).catch(() => {});
});

// What an earlier visit typed and could not send.
const [, kept] = journal.entries(address).find(([of]) => of === address) ?? [];
if (kept) {
  for (const control of form.querySelectorAll("[name^='/']:not([type=hidden])")) {
    const values = kept.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "checkbox") control.checked = values.includes(control.value);
    else if (values.length > 0) control.value = values[0];
  }
  soon(0);
}

// Completion of question codes: a list under the expression, moved in by arrow keys, taken by Enter or Tab, closed by Escape.
const codes = [...document.querySelectorAll("[data-codes] li")].map(li => ({ code: li.dataset.code ?? "", text: li.textContent })).filter(c => c.code);
const list = document.createElement("ul");
list.className = "complete";
list.id = "hoan-thanh";
list.hidden = true;
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Mã câu hỏi");
let field = null;
let chosen = 0;

const word = () => /[A-Z][A-Z0-9_]*$/.exec(field.value.slice(0, field.selectionStart))?.[0] ?? "";

function close() {
  list.hidden = true;
  field?.removeAttribute("aria-activedescendant");
  field?.removeAttribute("aria-controls");
}

function choose(index) {
  const items = [...list.children];
  chosen = (index + items.length) % items.length;
  items.forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
  items[chosen].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", items[chosen].id);
}

function offer() {
  const begun = word();
  const found = begun ? codes.filter(c => c.code.startsWith(begun) && c.code !== begun).slice(0, 8) : [];
  if (found.length === 0) {
    close();
    return;
  }
  list.replaceChildren(...found.map((c, i) => {
    const item = document.createElement("li");
    item.id = `hoan-thanh-${i}`;
    item.setAttribute("role", "option");
    item.dataset.code = c.code;
    const code = document.createElement("b");
    code.textContent = c.code;
    item.append(code, " ", c.text);
    item.addEventListener("mousedown", event => {
      event.preventDefault();
      take(i);
    });
    return item;
  }));
  field.after(list);
  list.hidden = false;
  field.setAttribute("aria-controls", list.id);
  choose(0);
}

function take(index) {
  const code = list.children[index].dataset.code;
  const begun = word();
  const start = field.selectionStart - begun.length;
  field.setRangeText(code, start, field.selectionStart, "end");
  close();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

form.addEventListener("focusin", event => {
  if (!event.target.matches("textarea[data-expression]")) return;
  field = event.target;
  // A field of several lines stays a text box: it may name its list and the chosen line, but not call itself a combo box.
  field.setAttribute("aria-autocomplete", "list");
});
form.addEventListener("focusout", close);
form.addEventListener("input", event => {
  if (event.target === field) offer();
});
form.addEventListener("keydown", event => {
  if (event.target !== field || list.hidden) return;
  const act = { ArrowDown: () => choose(chosen + 1), ArrowUp: () => choose(chosen - 1), Enter: () => take(chosen), Tab: () => take(chosen), Escape: close }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

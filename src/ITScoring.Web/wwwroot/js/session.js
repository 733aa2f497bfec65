// Warns before the session ends, lets people sign in again where they are, and clears the journal when they sign out.
import * as journal from "./journal.js";
import { ask, post, renewTokens } from "./requests.js";

const warning = 5 * 60;
document.body.append(document.querySelector("template[data-session]").content);
const dialog = document.querySelector("dialog[data-session]");
const part = name => dialog.querySelector(`[data-part="${name}"]`);
let timer = 0;
let step = "/sign-in";

const open = name => {
  dialog.querySelectorAll("[data-part]").forEach(p => { p.hidden = p.dataset.part !== name; });
  dialog.setAttribute("aria-labelledby", part(name).querySelector("h2").id);
  if (!dialog.open) dialog.showModal();
  part(name).querySelector("input:not([type=hidden]), button")?.focus();
};

function wait(seconds) {
  clearTimeout(timer);
  timer = setTimeout(look, Math.max(1, Math.min(seconds, 86_400)) * 1000);
}

// Another tab may have prolonged the session: the server knows.
async function look() {
  let response;
  try {
    response = await ask("/session");
  } catch {
    wait(30);
    return;
  }
  if (response.status === 401) {
    ended();
    return;
  }
  if (!response.ok) {
    wait(60);
    return;
  }
  const { left } = await response.json();
  if (left > warning) {
    if (dialog.open && !part("warning").hidden) dialog.close();
    wait(left - warning);
    return;
  }
  const minutes = Math.max(1, Math.round(left / 60));
  part("warning").querySelector("[data-left]").textContent = `${minutes} phút`;
  if (!dialog.open) open("warning");
  wait(Math.min(20, left + 1));
}

async function ended() {
  clearTimeout(timer);
  if (dialog.open && !part("sign-in").hidden) return;
  const response = await fetch("/sign-in").catch(() => null);
  if (!response?.ok) {
    wait(10);
    return;
  }
  const { pathname } = new URL(response.url);
  // A practice site asks whom to be, on a page of its own; what was typed waits in the journal.
  if (pathname === "/practice") {
    location.assign(`/practice?returnUrl=${encodeURIComponent(location.pathname)}`);
    return;
  }
  // Somebody signed in again in another tab.
  if (pathname !== "/sign-in") {
    await renewed();
    return;
  }
  const form = part("sign-in");
  form.elements.userName.value = form.dataset.userName;
  open("sign-in");
  take(form, "/sign-in", new DOMParser().parseFromString(await response.text(), "text/html"));
}

// Shows the field of a step, password or code, with the token of the page that asks for it.
function take(form, next, page) {
  step = next;
  form.querySelectorAll("[data-step]").forEach(p => { p.hidden = p.dataset.step !== step; });
  form.elements.__RequestVerificationToken.value = page.querySelector("main input[name=__RequestVerificationToken]").value;
  form.querySelector("[data-step]:not([hidden]) input").focus();
}

async function renewed() {
  await renewTokens();
  const response = await ask("/session");
  if (!response.ok) return;
  const { left, user } = await response.json();
  // The page belongs to whoever opened it.
  if (String(user) !== document.body.dataset.user) {
    location.assign("/home");
    return;
  }
  if (dialog.open) dialog.close();
  wait(left - warning);
  document.dispatchEvent(new CustomEvent("session-renewed"));
}

part("warning").querySelector("[data-prolong]").addEventListener("click", async () => {
  const response = await post("/session").catch(() => null);
  if (response?.status === 401) return ended();
  if (!response?.ok) return;
  const { left } = await response.json();
  dialog.close();
  wait(left - warning);
});

part("sign-in").addEventListener("submit", async event => {
  event.preventDefault();
  const form = event.currentTarget;
  const told = form.querySelector("[data-problem]");
  told.textContent = "";
  const response = await fetch(step, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
  const arrived = response?.ok ? new URL(response.url).pathname : null;
  if (arrived && !arrived.startsWith("/sign-in")) {
    form.elements.password.value = form.elements.code.value = "";
    await renewed();
    return;
  }
  const page = response ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  if (arrived) {
    form.elements.code.value = "";
    if (arrived === "/sign-in") told.textContent = "Đã quá thời gian nhập mã xác thực. Nhập lại mật khẩu.";
    take(form, arrived, page);
    return;
  }
  told.textContent = page?.querySelector(".errsum li, .err")?.textContent.trim() ?? (response?.status === 429 ? "Đăng nhập quá nhiều lần. Chờ một phút rồi thử lại." : "Không kết nối được máy chủ. Thử lại sau ít phút.");
  form.querySelector("[data-step]:not([hidden]) input").focus();
});

// Escape would leave a page that can save nothing.
dialog.addEventListener("cancel", event => {
  if (!part("sign-in").hidden) event.preventDefault();
});

document.addEventListener("session-ended", ended);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") look();
});

document.querySelector("form.signout")?.addEventListener("submit", event => {
  const left = journal.entries("");
  if (left.length > 0 && !confirm(`Còn ${left.length} câu trả lời chưa lưu được trên máy này. Đăng xuất sẽ bỏ phần chưa lưu. Vẫn đăng xuất?`)) {
    event.preventDefault();
    return;
  }
  journal.clear();
});

wait(Number(document.body.dataset.sessionLeft) - warning);

// How the scripts of a page speak with the site.
const tokenField = "__RequestVerificationToken";
const headers = { "X-Requested-With": "XMLHttpRequest" };

export const token = () => document.querySelector(`input[name=${tokenField}]`)?.value ?? "";

// Null when nobody is signed in any more.
export async function page(address = location.href) {
  const response = await fetch(address, { headers });
  if (!response.ok) return null;
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

// After signing in again the tokens of the open page are void.
export async function renewTokens() {
  const fresh = (await page())?.querySelector(`input[name=${tokenField}]`)?.value;
  if (!fresh) return false;
  document.querySelectorAll(`input[name=${tokenField}]`).forEach(field => { field.value = fresh; });
  return true;
}

export const ask = address => fetch(address, { headers, cache: "no-store" });

export function post(address, fields = [], keepalive = false) {
  const body = new URLSearchParams(fields);
  body.append(tokenField, token());
  return fetch(address, { method: "POST", headers, body, keepalive, redirect: "error" });
}

// Saves the fields of one answer. Resolves to what the server says, {state, version, shown, time, text}; state is
// "session" when nobody is signed in and "later" when the same save may succeed in a while.
export async function save(address, fields) {
  for (let attempt = 1; ; attempt++) {
    let response;
    try {
      response = await post(address, fields);
    } catch {
      return { state: "later", text: navigator.onLine ? "Không kết nối được máy chủ." : "Mất kết nối mạng." };
    }
    if (response.status === 401) return { state: "session", text: "Phiên làm việc đã hết." };
    if (response.status === 400 && attempt === 1 && await renewTokens().catch(() => false)) continue;
    const reply = response.headers.get("content-type")?.includes("json") ? await response.json().catch(() => null) : null;
    if (reply?.state && reply.state !== "failed") return reply;
    if (response.status === 404 || response.status === 403) return { state: "refused", text: "Không còn quyền sửa câu này. Tải lại trang để xem phiếu hiện nay." };
    return { state: "later", text: reply?.text ?? "Máy chủ đang bận." };
  }
}

// Files are sent one by one with progress, cancel and retry; without this module the form sends them all as it stands.
const form = document.querySelector("form[data-upload]");
if (form) {
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("button[type=submit]");
  const list = form.querySelector("[data-upload-list]");
  const status = form.querySelector("[data-upload-status]");
  const most = Number(form.dataset.maxBytes);
  const queue = [];
  let current = null;
  let tally = { done: 0, failed: 0 };

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const size = bytes => bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB`;

  const rowOf = file => {
    const row = element("li");
    const name = element("b", file.name.normalize("NFC"));
    const progress = element("progress");
    progress.max = 100;
    progress.value = 0;
    progress.setAttribute("aria-label", `Đang tải ${name.textContent}`);
    const text = element("span", `Chờ tải (${size(file.size)})`, "uploads__text");
    const act = element("button", "Hủy", "btn btn-text btn-sm");
    act.type = "button";
    const whose = element("span", ` ${name.textContent}`, "visually-hidden");
    act.append(whose);
    row.append(name, progress, text, act);
    list.append(row);
    return { file, row, progress, text, act, whose, request: null };
  };

  const label = (item, word, act) => {
    item.act.firstChild.textContent = word;
    item.act.hidden = !word;
    item.act.onclick = act;
  };

  const rest = (item, ok, message) => {
    item.progress.hidden = true;
    item.text.textContent = message;
    item.row.className = ok ? "is-done" : "is-failed";
    ok ? tally.done++ : tally.failed++;
    if (ok) label(item, "");
    else label(item, "Thử lại", () => { tally.failed--; enqueue(item); });
  };

  const enqueue = item => {
    item.row.className = "";
    item.text.textContent = `Chờ tải (${size(item.file.size)})`;
    label(item, "Hủy", () => {
      if (item.request) return item.request.abort();
      queue.splice(queue.indexOf(item), 1);
      rest(item, false, "Đã hủy, chưa tải lên.");
    });
    queue.push(item);
    if (!current) next();
  };

  const next = async () => {
    current = queue.shift() ?? null;
    if (current) return send(current);
    button.disabled = false;
    input.value = "";
    status.textContent = tally.failed
      ? `${tally.done} tệp đã tải lên, ${tally.failed} tệp chưa tải được. Xem lý do ở danh sách.`
      : `Đã tải lên ${tally.done} tệp.`;
    if (tally.done) await refresh();
  };

  const send = item => {
    if (item.file.size > most) {
      rest(item, false, `Tệp ${size(item.file.size)}, lớn hơn ${size(most)}. Giảm dung lượng hoặc tách thành nhiều tệp.`);
      return next();
    }
    const data = new FormData();
    for (const field of ["part", "replaces"]) if (form.elements[field]) data.append(field, form.elements[field].value);
    data.append("files", item.file, item.file.name);
    const request = item.request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.setRequestHeader("RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    item.progress.hidden = false;
    request.upload.onprogress = event => {
      if (!event.lengthComputable) return;
      const percent = Math.floor(100 * event.loaded / event.total);
      item.progress.value = percent;
      item.text.textContent = percent < 100 ? `Đang tải ${percent} %` : "Đã gửi xong, đang kiểm tra và lưu…";
    };
    request.onload = () => {
      const answer = read(request);
      rest(item, answer.ok, answer.message);
    };
    request.onerror = () => rest(item, false, "Mất kết nối khi đang tải, tệp chưa được lưu. Kiểm tra mạng rồi bấm Thử lại.");
    request.onabort = () => rest(item, false, "Đã hủy, tệp chưa được lưu.");
    request.onloadend = () => { item.request = null; next(); };
    request.send(data);
  };

  const read = request => {
    try {
      const [file] = JSON.parse(request.responseText).files;
      return { ok: file.ok, message: file.message };
    } catch {
      if (request.status === 401) {
        document.dispatchEvent(new CustomEvent("session-ended"));
        return { ok: false, message: "Phiên làm việc đã hết. Đăng nhập lại rồi bấm Thử lại." };
      }
      return { ok: false, message: `Máy chủ chưa nhận được tệp (mã ${request.status}). Tải lại trang rồi thử lại; nếu vẫn vậy, báo quản trị hệ thống.` };
    }
  };

  // The list as the server shows it now; what has the focus elsewhere keeps it.
  const refresh = async () => {
    const response = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (!response.ok || response.redirected) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of ["[data-evidence-list]", "#f-files-h"]) {
      const [from, to] = [fresh.querySelector(part), document.querySelector(part)];
      if (from && to) to.replaceWith(document.adoptNode(from));
    }
  };

  form.addEventListener("submit", event => {
    if (!input.files.length) return;
    event.preventDefault();
    button.disabled = true;
    tally = { done: 0, failed: 0 };
    list.replaceChildren();
    for (const file of input.files) enqueue(rowOf(file));
  });

  addEventListener("beforeunload", event => {
    if (current) event.preventDefault();
  });
}

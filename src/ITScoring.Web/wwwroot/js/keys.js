// Single keys for what the page also offers by mouse and Tab: data-key="j" on a link or button is pressed by J, on a form its first field gets the focus.
const keyOf = event => (event.ctrlKey && event.key === "Enter" ? "ctrl+enter" : event.key.toLowerCase());
const isTyping = target => target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

const list = document.getElementById("phim-tat");
if (list) {
  // Without this script the list stands open at the end of the page.
  list.close();
  list.classList.remove("dlg--flow", "mt-4");
  const close = list.querySelector("[data-close]");
  close.hidden = false;
  close.addEventListener("click", () => list.close());
}

function press(target) {
  if (target.matches("form")) {
    const field = target.querySelector("input:not([type=hidden]), select, textarea");
    field?.focus();
    // What is typed takes the place of what stands there, as after Tab.
    field?.select?.();
    return;
  }
  // What cannot be done without a reason leads to it first.
  const needed = target.dataset.needs && target.form?.elements[target.dataset.needs];
  if (needed && !needed.value.trim()) needed.focus();
  else target.click();
}

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && isTyping(event.target)) {
    event.target.blur();
    return;
  }
  const key = keyOf(event);
  if (key !== "ctrl+enter" && (event.ctrlKey || isTyping(event.target))) return;
  if (document.querySelector("dialog:modal")) return;
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (key === "?" && list) list.showModal();
  else press(target);
});

document.addEventListener("click", event => {
  if (!list || !event.target.closest('a[href="#phim-tat"]')) return;
  event.preventDefault();
  list.showModal();
});

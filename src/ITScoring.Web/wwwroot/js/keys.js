// Single keys for what the page also offers by mouse and Tab: data-key="j" on a link or button is pressed by J, on a form its first field gets the focus.
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("form")) target.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  else target.click();
});

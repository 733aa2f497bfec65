// Rows of a list can be dragged to another place; the buttons of each row do the same without this script.
import { post, page } from "./requests.js";

const form = document.querySelector("form[data-reorder]");
let dragged = null;

for (const row of form.querySelectorAll("tr[data-item]")) row.draggable = true;

form.addEventListener("dragstart", event => {
  dragged = event.target.closest("tr[data-item]");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.item);
  dragged.classList.add("is-dragged");
});

form.addEventListener("dragover", event => {
  const row = event.target.closest("tr[data-item]");
  if (!dragged || !row || row.parentElement !== dragged.parentElement) return;
  event.preventDefault();
  form.querySelectorAll(".is-over").forEach(other => other.classList.remove("is-over"));
  row.classList.add("is-over");
});

form.addEventListener("dragend", () => {
  form.querySelectorAll(".is-over, .is-dragged").forEach(row => row.classList.remove("is-over", "is-dragged"));
  dragged = null;
});

form.addEventListener("drop", async event => {
  const row = event.target.closest("tr[data-item]");
  if (!dragged || !row || row === dragged || row.parentElement !== dragged.parentElement) return;
  event.preventDefault();
  const address = form.action.replace(/\?.*$/, "");
  const moved = dragged;
  // The site answers with the list's own address; the row is then shown where it stands.
  await post(`${address}/${moved.dataset.item}/move`, [["to", row.dataset.item]]).catch(() => {});
  const fresh = await page().catch(() => null);
  if (!fresh) {
    location.reload();
    return;
  }
  form.replaceChildren(...[...fresh.querySelector("form[data-reorder]").childNodes].map(n => document.adoptNode(n)));
  for (const again of form.querySelectorAll("tr[data-item]")) again.draggable = true;
});

// Tells that this section is open, and who else has it open.
import { post } from "./requests.js";

const place = document.querySelector("[data-presence]");

async function report() {
  if (document.visibilityState === "hidden") return;
  try {
    const response = await post(place.dataset.presence);
    if (!response.ok) return;
    const { others } = await response.json();
    const text = others.join(". ");
    place.querySelector("[data-text]").textContent = text;
    place.hidden = text === "";
  } catch {
    // The next report tells.
  }
}

setInterval(report, 30_000);
document.addEventListener("visibilitychange", report);

// The controls of one question inside its card, as [name, value] pairs like a form would send them.
const controlsOf = (card, code) => [...card.querySelectorAll("input, textarea, select")].filter(c => c.name === code || c.name.startsWith(code + "[") || c.name === "note-" + code);
const isTicked = control => control.type === "checkbox" || control.type === "radio";

const hidden = (card, kind, code) => card.querySelector(`input[name="${kind}-${code}"]`);

export const isEditable = (card, code) => hidden(card, "v", code) !== null && controlsOf(card, code).some(c => c.type !== "hidden");

export function read(card, code) {
  const controls = controlsOf(card, code);
  const fields = controls.filter(c => !isTicked(c) || c.checked).map(c => [c.name, c.value]);
  // A form sends nothing for a list of boxes of which none is ticked; here the last one was just unticked.
  if (controls.some(c => c.type === "checkbox" && c.name === code) && !fields.some(([name]) => name === code)) fields.push([code, ""]);
  return [["v-" + code, hidden(card, "v", code).value], ["o-" + code, hidden(card, "o", code).value], ...fields];
}

export const contentOf = (fields, code) => JSON.stringify(fields.filter(([name]) => name !== "v-" + code && name !== "o-" + code));

export function base(card, code, version, shown) {
  hidden(card, "v", code).value = version;
  if (shown !== undefined) hidden(card, "o", code).value = shown;
}

// Puts kept fields back into the controls; false when the page has no place for one of them.
export function write(card, code, fields) {
  const controls = controlsOf(card, code);
  const content = fields.filter(([name, value]) => !/^[vo]-/.test(name) && !(name === code && value === ""));
  if (!content.every(([name, value]) => controls.some(c => c.name === name && (!isTicked(c) || c.value === value)))) return false;
  for (const control of controls) {
    if (isTicked(control)) control.checked = content.some(([name, value]) => name === control.name && value === control.value);
    else control.value = content.find(([name]) => name === control.name)?.[1] ?? "";
  }
  const [version, shown] = ["v-", "o-"].map(kind => fields.find(([name]) => name === kind + code)?.[1]);
  base(card, code, version ?? 0, shown ?? "");
  return true;
}

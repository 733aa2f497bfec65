// What somebody typed and the server has not acknowledged, kept in the browser until it is: by account and by the address that takes it.
const prefix = "itscoring:";
const owner = () => document.body.dataset.user;
const keyOf = address => `${prefix}${owner()}:${address}`;

const read = key => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

// False where the browser keeps nothing: then leaving the page has to ask first.
export function keep(address, fields) {
  try {
    localStorage.setItem(keyOf(address), JSON.stringify(fields));
    return true;
  } catch {
    return false;
  }
}

// Only what was acknowledged: another tab may have typed on.
export function drop(address, fields) {
  try {
    const key = keyOf(address);
    if (!fields || localStorage.getItem(key) === JSON.stringify(fields)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

// [address, fields] of everything unacknowledged below an address.
export function entries(below) {
  const found = [];
  try {
    const start = keyOf(below);
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      const fields = key.startsWith(start) ? read(key) : null;
      if (fields) found.push([key.slice(keyOf("").length), fields]);
    }
  } catch {
    return found;
  }
  return found.sort(([a], [b]) => a < b ? -1 : 1);
}

export function clear() {
  try {
    Object.keys(localStorage).filter(key => key.startsWith(prefix)).forEach(key => localStorage.removeItem(key));
  } catch {
    // Nothing was kept.
  }
}

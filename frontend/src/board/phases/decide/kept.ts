/** The storage of this browser, where it has one. */

/** What this browser keeps under a key, or null: what cannot be read counts as nothing. */
export function stored(name: string, storage: Storage = localStorage): unknown {
  try {
    return JSON.parse(storage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/** True when it is kept. */
export function store(name: string, value: unknown, storage: Storage = localStorage): boolean {
  try {
    if (value === null) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

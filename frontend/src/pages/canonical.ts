/** The exact form of a record (RFC 8785), twin of `board/records/canonical.py`: equal records are equal bytes. */

/** Raises RangeError for what JSON cannot carry between languages unharmed, and for too deep a nesting. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = value as Record<string, unknown>;
    // The plain sort of strings compares UTF-16 code units, as the standard asks.
    const keys = Object.keys(entries).sort();
    return `{${keys.map((key) => `${text(key)}:${canonical(entries[key])}`).join(",")}}`;
  }
  if (typeof value === "string") return text(value);
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError("a whole number that not every language can hold");
  }
  return JSON.stringify(value);
}

function text(value: string): string {
  if (!whole(value)) throw new RangeError("half a character");
  return JSON.stringify(value);
}

/** Whether every surrogate has its other half. */
function whole(value: string): boolean {
  // By code points a pair is one; what is left of the range stands alone.
  return !/[\ud800-\udfff]/u.test(value);
}

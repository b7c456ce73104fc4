/** The keys of a format, for people and for screen readers. */

/** Whether this machine has ⌘ where others have Ctrl. */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** `Mod-Shift-8` as "Ctrl+Shift+8", on Apple's machines as "⇧⌘8". */
export function keysInWords(keys: string, apple: boolean): string {
  const last = lastOf(keys);
  const shift = keys.includes("Shift-");
  return apple ? `${shift ? "⇧" : ""}⌘${last}` : `Ctrl+${shift ? "Shift+" : ""}${last}`;
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeys(keys: string, apple: boolean): string {
  return `${apple ? "Meta" : "Control"}+${keys.includes("Shift-") ? "Shift+" : ""}${lastOf(keys)}`;
}

const lastOf = (keys: string): string => (keys.split("-").at(-1) ?? "").toUpperCase();

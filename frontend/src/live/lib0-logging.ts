/** Replaces `lib0/logging` as far as Yjs uses it: warnings without colours. */

const NO_COLOUR = "";
export const BOLD = NO_COLOUR;
export const UNBOLD = NO_COLOUR;
export const ORANGE = NO_COLOUR;
export const RED = NO_COLOUR;

export function print(...said: unknown[]): void {
  console.info(...said);
}

export function warn(...said: unknown[]): void {
  console.warn(...said);
}

/**
 * What a text may be, as the server judges it: twin of `board/canvas/text.py`. Length counts Unicode code points after
 * trimming both ends.
 */

import { BLANK, FORBIDDEN } from "./invisible";

// The server's white space. JavaScript's `trim` differs: it takes U+FEFF and leaves U+001C–U+001F and U+0085.
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const ENDS = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");
const DRAWN = new RegExp(`[^${SPACE}${BLANK}]`, "u");
const CONTROLS = new RegExp(`[${FORBIDDEN}]`, "gu");
const OTHER_BREAKS = /[\v\f\x85]/g;

/** Removes white space at both ends; "" for a text that draws nothing. Everything between stays as it is. */
export function trimmed(text: string): string {
  return DRAWN.test(text) ? text.replace(ENDS, "") : "";
}

/** Removes the control characters that the server refuses; each foreign line break becomes a line feed. */
export function withoutControls(text: string): string {
  return text.replace(OTHER_BREAKS, "\n").replace(CONTROLS, "");
}

export function length(text: string): number {
  let points = 0;
  for (const _ of trimmed(text)) points += 1;
  return points;
}

/** Why a text does not fit where it may have at most so many characters, or null when it does. */
export function unfit(text: string, most: number): "empty" | "long" | null {
  // A code point takes at most two code units, so most texts need no counting.
  const bare = trimmed(text);
  if (bare === "") return "empty";
  return bare.length > most && length(bare) > most ? "long" : null;
}

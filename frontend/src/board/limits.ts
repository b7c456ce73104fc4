/**
 * What a text may be, as the server judges it: twin of `board/canvas/text.py`. Length counts Unicode code points after
 * trimming both ends.
 */

import { BLANK, FORBIDDEN } from "../kit/text/invisible";

/** The most that a field takes (twin of `board/limits.py`); minutes, dots and steps are numbers from 1. */
export const LIMITS = {
  idea: 1000,
  groupName: 120,
  question: 300,
  problem: 600,
  constraint: 600,
  criterion: 600,
  owner: 120,
  decision: 1000,
  why: 1000,
  decideBy: 120,
  step: 300,
  stepOwner: 120,
  stepWhen: 120,
  steps: 20,
  reason: 500,
  minutes: 240,
  dots: 20,
} as const;

// The server's white space. JavaScript's `trim` differs: it takes U+FEFF and leaves U+001C–U+001F and U+0085.
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const ENDS = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");
const DRAWN = new RegExp(`[^${SPACE}${BLANK}]`, "u");
const CONTROLS = new RegExp(`[${FORBIDDEN}]`, "gu");
const OTHER_BREAKS = /[\v\f\x85]/g;

/** Without white space at both ends, or "" when it draws nothing; everything between stays as it is. */
export function trimmed(text: string): string {
  return DRAWN.test(text) ? text.replace(ENDS, "") : "";
}

/** Without the controls that the server refuses; each foreign line break becomes a line feed. */
export function withoutControls(text: string): string {
  return text.replace(OTHER_BREAKS, "\n").replace(CONTROLS, "");
}

export function length(text: string): number {
  let points = 0;
  for (const _ of trimmed(text)) points += 1;
  return points;
}

/** Why a text cannot be an idea, or null when it can. */
export function unfit(text: string, most: number = LIMITS.idea): "empty" | "long" | null {
  // A code point takes at most two code units, so most texts need no counting.
  const bare = trimmed(text);
  if (bare === "") return "empty";
  return bare.length > most && length(bare) > most ? "long" : null;
}

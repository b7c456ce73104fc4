/** Pasted lists: each line an idea, without the marks of the list it was copied from. */

import { trimmed, unfit } from "../../../kit/text/rules";
import { LIMITS } from "../../../protocol.generated";

const LINES = /\r\n|[\n\r\u2028\u2029]/;
// A mark counts only before a space, so that "-5 degrees", "*bold*" and "3.5 litres" stay whole.
const MARK = /^(?:[•‣◦▪●·*–—-]|\d{1,3}[.)])[ \t\u00a0]+/;
// A bullet with nothing behind it is an empty line of the list.
const BARE_MARK = /^(?:[•‣◦▪●·*–—-]|\d{1,3}[.)])$/;

/** The ideas in a pasted text. One idea only when it has one line: then there is nothing to ask. */
export function split(pasted: string): string[] {
  const ideas: string[] = [];
  for (const line of pasted.split(LINES)) {
    const bare = trimmed(line);
    if (bare !== "" && !BARE_MARK.test(bare)) ideas.push(trimmed(bare.replace(MARK, "")));
  }
  return ideas;
}

export interface Counted {
  /** The ideas among the lines. */
  readonly ready: readonly string[];
  /** Those that can be added now, and those that are too many. */
  readonly now: readonly string[];
  readonly over: readonly string[];
  /** The first line, from 0, whose idea would be added and is too long; -1 when there is none. */
  readonly long: number;
}

/** Lines as a person edited them, when `left` more ideas can be added. */
export function counted(lines: readonly string[], left: number): Counted {
  const ready: string[] = [];
  let long = -1;
  lines.forEach((line, at) => {
    const wrong = unfit(line, LIMITS.idea);
    if (wrong === "empty") return;
    if (wrong === "long" && ready.length < left && long < 0) long = at;
    ready.push(line);
  });
  return { ready, now: ready.slice(0, left), over: ready.slice(left), long };
}

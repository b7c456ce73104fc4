/** Pasted lists: each line an idea, without the marks of the list it was copied from. */

import { trimmed } from "./limits";

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

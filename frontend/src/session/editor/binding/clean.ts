/** What may stand in the text: the same characters as in a field of the page. */

import type { Text } from "@codemirror/state";
import { withoutControls } from "../../../kit/text/rules";

const LINE_ENDS = /\r\n?/g;
/** With the flag `u` a pair is one character, so this finds halves that stand alone. */
const LONE = /\p{Surrogate}/gu;

/** Line ends become line feeds; controls and halves of surrogate pairs go. */
export function cleaned(text: string): string {
  return withoutControls(text.replace(LINE_ENDS, "\n")).replace(LONE, "");
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Whether a string of two code units is one surrogate pair. */
function isPair(units: string): boolean {
  return units.length === 2 && isHigh(units.charCodeAt(0)) && isLow(units.charCodeAt(1));
}

/** Whether a position stands between the halves of a surrogate pair. */
export function withinPair(doc: Text, at: number): boolean {
  return at > 0 && at < doc.length && isPair(doc.sliceString(at - 1, at + 1));
}

/** Cuts a string into pieces of at most `most` code units, never between the halves of a pair. */
export function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  let from = 0;
  while (text.length - from > most) {
    const end = from + most;
    const to = isPair(text.slice(end - 1, end + 1)) ? end - 1 : end;
    found.push(text.slice(from, to));
    from = to;
  }
  found.push(text.slice(from));
  return found;
}

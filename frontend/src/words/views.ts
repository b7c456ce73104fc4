/** Words that several phases share. */

import type { IdeaCount } from "../board/counting";

export const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const ideas = (n: number): string => many(n, "idea", "ideas");
/** A count of ideas, and of those that the facilitator hid. */
export const counted = ({ shown, hidden }: IdeaCount): string => ideas(shown) + (hidden ? `, ${hidden} hidden` : "");
export const people = (n: number): string => many(n, "person", "people");

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Text for the inside of an English sentence: written from right to left, it must not reorder the words around it. */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);

export const views = {
  counts: {
    hidden: (n: number): [string, string] => [String(n), "hidden"],
  },
};

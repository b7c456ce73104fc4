/** The agenda before the start: which row fits into the time, and what is missing. Twin of `board/worksessions/rules/agenda.py`. */

import { type Item, LIMITS } from "../worksession.generated";
import { inOrder } from "./sentence";

/** Minutes from which on breaks are long, and required. */
const LONG = 90;
/** The fewest minutes that a row of work keeps when others need time. */
const LEAST = 5;

export interface Row {
  readonly id: string;
  readonly item: Item;
  /** Minutes after the start. */
  readonly from: number;
  /** It ends after the session. */
  readonly over: boolean;
}

export function rowsOf(agenda: ReadonlyMap<string, Item>, minutes: number): readonly Row[] {
  let from = 0;
  return inOrder(agenda).map(([id, item]) => {
    const row = { id, item, from, over: from + item.minutes > minutes };
    from += item.minutes;
    return row;
  });
}

export function sumOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { item }) => sum + item.minutes, 0);
}

/** Minutes of one break in a session of this length. */
export function pauseLength(minutes: number): number {
  return minutes >= LONG ? 10 : 5;
}

/** How many minutes of breaks are missing from an agenda; only a long session has to have them. */
export function lacking(minutes: number, breaks: readonly number[]): number {
  const required = minutes >= LONG ? pauseLength(minutes) * Math.floor(minutes / 60) : 0;
  return Math.max(0, required - breaks.reduce((sum, one) => sum + one, 0));
}

/** The lengths with which an agenda fits another length: first and last keep theirs, work stretches. Empty: it cannot. */
export function stretched(rows: readonly Row[], minutes: number): ReadonlyMap<string, number> {
  const lengths = new Map(rows.map(({ id, item }) => [id, item.minutes]));
  const pause = pauseLength(minutes);
  for (const { id, item } of rows) if (item.kind === "break") lengths.set(id, pause);
  const inner = rows.filter((row, at) => row.item.kind === "work" && at > 0 && at < rows.length - 1);
  const work = inner.length > 0 ? inner : rows.filter(({ item }) => item.kind === "work");
  const before = work.reduce((sum, { item }) => sum + item.minutes, 0);
  const fixed = [...lengths.values()].reduce((sum, one) => sum + one, 0) - before;
  let left = minutes - fixed;
  let rest = before;
  if (left < work.length * LEAST) return new Map();
  for (const [at, { id, item }] of work.entries()) {
    const most = left - LEAST * (work.length - at - 1);
    const length = Math.min(most, Math.max(LEAST, Math.round((left * item.minutes) / rest)));
    lengths.set(id, length);
    left -= length;
    rest -= item.minutes;
  }
  return lengths;
}

/** One row of work that makes the agenda fit when its length changes; null when none can. */
export function mending(rows: readonly Row[], minutes: number): { readonly row: Row; readonly minutes: number } | null {
  const over = sumOf(rows) - minutes;
  const work = rows.filter(({ item }) => item.kind === "work");
  const row = [...work].reverse().reduce<Row | null>((longest, one) => {
    return longest === null || one.item.minutes > longest.item.minutes ? one : longest;
  }, null);
  return over === 0 || row === null || row.item.minutes - over < LEAST
    ? null
    : { row, minutes: row.item.minutes - over };
}

/** Characters of the title of an item; that of a board is its question. Twin of `longest_title`. */
export const longestTitle = (kind: Item["kind"]): number => (kind === "board" ? LIMITS.question : LIMITS.itemTitle);

/**
 * Who has which columns of the wall. The loose ideas own all of them until there are groups; each column that the groups
 * fill takes the rightmost one of the loose ideas, down to one. Cards that stay keep their column.
 */

import { assign, type Lanes, sameList, type Weighed } from "../wall/lanes";

/** A column counts as full when its groups are that much higher than what it shows. */
const OVER = 0.25;

/** How many columns the groups need: as many as they fill, but not more than there are groups. */
export function lanesFor(groups: readonly Weighed[], room: number, columns: number): number {
  if (groups.length === 0) return 0;
  const fill = groups.reduce((sum, { weight }) => sum + weight, 0);
  const filled = Math.max(1, Math.ceil(fill / Math.max(1, room) - OVER));
  return Math.min(filled, groups.length, Math.max(1, columns - 1));
}

/**
 * The columns of the groups. A new column stands left of the others, next to the loose ideas that it was taken from. It
 * is only taken when `may`, and then holds the newest group; empty ones at the left are given back.
 */
export function lanesOf(
  before: Lanes,
  need: number,
  may: boolean,
  groups: readonly Weighed[],
  asked: ReadonlyMap<string, number>,
): Lanes {
  if (!may) return assign(before, before.length, groups, asked);
  const there = new Set(groups.map(({ id }) => id));
  const first = before.findIndex((lane) => lane.some((id) => there.has(id)));
  const kept = first < 0 ? 0 : before.length - first;
  const count = Math.max(need, kept);
  if (count === before.length) return assign(before, count, groups, asked);
  const added = Array.from({ length: Math.max(0, count - before.length) }, () => []);
  const lanes = assign([...added, ...before.slice(Math.max(0, before.length - count))], count, groups, asked);
  return lanes.map((lane) => [...lane]).reduceRight(filled, lanes);
}

/** An empty column gets the last group of the nearest one that has several. */
function filled(lanes: Lanes, lane: readonly string[], at: number): Lanes {
  const from = lanes.findIndex((other, place) => place > at && other.length > 1);
  if (lane.length > 0 || from < 0) return lanes;
  const last = lanes[from]?.at(-1) as string;
  return lanes.map((other, place) => (place === at ? [last] : place === from ? other.slice(0, -1) : other));
}

/** The loose ideas in their columns: who is new, or has lost the column, goes to the foot of the lowest one. */
export function spread(
  before: Lanes,
  columns: number,
  ideas: readonly string[],
  heightOf: (idea: string) => number,
): Lanes {
  const here = new Set(ideas);
  const kept = Array.from({ length: columns }, (_, at) => (before[at] ?? []).filter((idea) => here.has(idea)));
  const placed = new Set(kept.flat());
  const heights = kept.map((column) => column.reduce((sum, idea) => sum + heightOf(idea), 0));
  for (const idea of ideas) {
    if (placed.has(idea)) continue;
    const at = heights.indexOf(Math.min(...heights));
    kept[at]?.push(idea);
    heights[at] = (heights[at] ?? 0) + heightOf(idea);
  }
  if (before.length !== kept.length) return kept;
  const next = kept.map((column, at) =>
    sameList(column, before[at] ?? []) ? (before[at] as readonly string[]) : column,
  );
  return next.every((column, at) => column === before[at]) ? before : next;
}

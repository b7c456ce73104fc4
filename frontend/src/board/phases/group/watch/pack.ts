/** How the big screen spreads the groups over its columns: as even as can be, long ones in pieces. */

import type { Lanes, Weighed } from "../wall/lanes";

/** Largest first into the emptiest column; within a column in the given order. */
export function packed(pieces: readonly Weighed[], columns: number): Lanes {
  const lanes: string[][] = Array.from({ length: columns }, () => []);
  const loads = lanes.map(() => 0);
  for (const { id, weight } of [...pieces].sort((a, b) => b.weight - a.weight)) {
    const at = loads.indexOf(Math.min(...loads));
    lanes[at]?.push(id);
    loads[at] = (loads[at] ?? 0) + weight;
  }
  const order = new Map(pieces.map((piece, at) => [piece.id, at]));
  const place = (id: string | undefined) => order.get(id ?? "") ?? Number.POSITIVE_INFINITY;
  for (const lane of lanes) lane.sort((a, b) => place(a) - place(b));
  lanes.sort((a, b) => place(a[0]) - place(b[0]));
  return inReadingOrder(lanes, place);
}

/** Pieces of one box ("box/0", "box/1") follow each other from column to column. */
function inReadingOrder(lanes: readonly string[][], place: (id: string) => number): Lanes {
  const boxOf = (id: string) => id.slice(0, id.lastIndexOf("/"));
  const left = new Map<string, string[]>();
  for (const id of lanes.flat().sort((a, b) => place(a) - place(b)))
    if (id.includes("/")) left.set(boxOf(id), [...(left.get(boxOf(id)) ?? []), id]);
  return lanes.map((lane) => lane.map((id) => left.get(boxOf(id))?.shift() ?? id));
}

/** Cuts a list into even runs, none heavier than `most`. */
export function runs<T>(items: readonly T[], weight: (item: T) => number, most: number): T[][] {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  const share = total / Math.max(1, Math.ceil(total / most));
  const found: T[][] = [[]];
  let load = 0;
  for (const item of items) {
    const heavy = weight(item);
    if (load > 0 && load + heavy / 2 > share && found.length * share < total) {
      found.push([]);
      load = 0;
    }
    found.at(-1)?.push(item);
    load += heavy;
  }
  return found;
}

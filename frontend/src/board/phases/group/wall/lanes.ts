/**
 * Which column a group stands in. It is decided once, when the group is first seen at this number of columns, and never
 * again: moving a card makes its group longer or shorter and leaves every other group where it is.
 */

export type Lanes = readonly (readonly string[])[];

export interface Weighed {
  readonly id: string;
  /** How tall it is, in any unit; only used to choose the column of a new group. */
  readonly weight: number;
}

/**
 * Keeps every group that has a column, drops those that are gone, puts new ones at the foot of the lightest column, or
 * of the one they were asked for.
 */
export function assign(
  before: Lanes,
  columns: number,
  groups: readonly Weighed[],
  asked: ReadonlyMap<string, number> = new Map(),
): Lanes {
  const weights = new Map(groups.map((group) => [group.id, group.weight]));
  const lanes = Array.from({ length: columns }, (_, at) => (before[at] ?? []).filter((id) => weights.has(id)));
  const placed = new Set(lanes.flat());
  const loads = lanes.map((lane) => lane.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0));
  for (const { id, weight } of groups) {
    if (placed.has(id)) continue;
    const wanted = asked.get(id) ?? -1;
    const at = wanted in lanes ? wanted : loads.indexOf(Math.min(...loads));
    lanes[at]?.push(id);
    loads[at] = (loads[at] ?? 0) + weight;
  }
  return unchanged(before, lanes) ? before : lanes;
}

function unchanged(before: Lanes, after: Lanes): boolean {
  return before.length === after.length && after.every((lane, at) => sameList(lane, before[at] ?? []));
}

/** How many columns of at least `narrowest` fit, with the gaps between them. */
export function columnsIn(width: number, narrowest: number, gap: number): number {
  return Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
}

/**
 * What must stand still so that nothing above a held box can push it: in each column everything down to the lowest held
 * box. That lowest box is a tail: a box added at its end pushes no held one.
 */
export function frozenBy(lanes: Lanes, held: ReadonlySet<string>): { frozen: Set<string>; tails: Set<string> } {
  const frozen = new Set<string>();
  const tails = new Set<string>();
  for (const lane of lanes) {
    const lowest = lane.findLastIndex((id) => held.has(id));
    if (lowest < 0) continue;
    for (const id of lane.slice(0, lowest + 1)) frozen.add(id);
    tails.add(lane[lowest] as string);
  }
  return { frozen, tails };
}

/**
 * Under which boxes the page says how many changes wait. A note takes room at the foot of its box, so it stands under the
 * lowest held box of a column, where it pushes nothing that is held. The box `roomy` has room for a note at any time.
 */
export function noted(
  lanes: Lanes,
  waiting: ReadonlyMap<string, number>,
  tails: ReadonlySet<string>,
  roomy: string,
): ReadonlyMap<string, number> {
  const notes = new Map<string, number>();
  for (const lane of lanes) {
    const at = lane.findLast((id) => tails.has(id) || id === roomy);
    const sum = lane.reduce((count, id) => count + (waiting.get(id) ?? 0), 0);
    if (at !== undefined && sum > 0) notes.set(at, sum);
  }
  return notes;
}

export function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}

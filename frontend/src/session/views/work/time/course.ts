/** The agenda as it runs, from the document and the server's time: twin of `rules/clock.py`. Times are seconds. */

import type { ClockState, Item } from "../../../../worksession.generated";

/** An item of the agenda as it stands now. */
export interface Piece {
  readonly id: string;
  readonly title: string;
  readonly kind: Item["kind"];
  /** as planned, with what was added or taken */
  readonly length: number;
  /** null until it has ended */
  readonly spent: number | null;
  readonly skipped: boolean;
}

export interface Course {
  /** all items in their order */
  readonly pieces: readonly Piece[];
  readonly current: Piece;
  /** what comes after the running item, without what is left out */
  readonly coming: readonly Piece[];
  /** of the running item */
  readonly used: number;
  /** of the running item; negative when it is late */
  readonly left: number;
  /** when the session ends if everything to come takes its length */
  readonly ends: number;
  /** behind what was planned at the start; negative when ahead */
  readonly late: number;
  readonly paused: boolean;
}

const MINUTE = 60;

/** The items in the order of the agenda. */
export function pieces(agenda: ReadonlyMap<string, Item>): Piece[] {
  return [...agenda]
    .sort(([a, one], [b, other]) => (one.rank === other.rank ? before(a, b) : before(one.rank, other.rank)))
    .map(([id, { title, kind, minutes, extra, spent, skipped }]) => ({
      id,
      title,
      kind,
      length: minutes * MINUTE + extra,
      spent,
      skipped,
    }));
}

/** What runs; null before the start, or when its item is gone. */
export function courseOf(agenda: ReadonlyMap<string, Item>, clock: ClockState | null, now: number): Course | null {
  if (clock === null) return null;
  const all = pieces(agenda);
  const at = all.findIndex(({ id }) => id === clock.item);
  const current = all[at];
  if (!current) return null;
  const coming = all.slice(at + 1).filter(({ spent, skipped }) => spent === null && !skipped);
  const used = clock.before + (clock.since === null ? 0 : Math.max(0, now - clock.since));
  const left = current.length - used;
  const ends = coming.reduce((sum, { length }) => sum + length, now + Math.max(0, left));
  return { pieces: all, current, coming, used, left, ends, late: ends - clock.end, paused: clock.since === null };
}

function before(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

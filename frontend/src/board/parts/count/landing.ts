/** When each dot of the count lands: from the lowest row up, one after the other, in about three seconds. */

/** How long (ms) it takes at most until the last dot lies. */
export const LONGEST = 3000;
/** How long (ms) the best row stays empty before its first dot. */
export const BREATH = 400;
/** The longest time (ms) between two dots: a few dots do not take three seconds. */
export const SLOWEST = 140;
/** How long (ms) one dot falls before it lies. */
export const FALL = 220;

/** One row: its first dot lies at `from` + `every`, the next `every` later, and so on (ms). */
export interface Landing {
  readonly dots: number;
  readonly from: number;
  readonly every: number;
}

export interface Landings {
  /** In the order of the rows that were given. */
  readonly rows: readonly Landing[];
  /** When the last dot lies (ms). */
  readonly length: number;
}

/** The landing of a count. `dots` of each row, the best first. */
export function landings(dots: readonly number[]): Landings {
  const total = dots.reduce((sum, n) => sum + n, 0);
  const pause = dots.slice(1).some((n) => n > 0) ? BREATH : 0;
  const every = total > 0 ? Math.min(SLOWEST, (LONGEST - pause) / total) : 0;
  const rows: Landing[] = [];
  let at = 0;
  for (const [index, n] of [...dots.entries()].reverse()) {
    if (index === 0) at += pause;
    rows.unshift({ dots: n, from: at, every });
    at += n * every;
  }
  return { rows, length: total > 0 ? at : 0 };
}

/** When the dot of this index (0 is the first) lies in its row (ms). */
export function landsAt({ from, every }: Landing, dot: number): number {
  return from + (dot + 1) * every;
}

/** How many dots lie in a row so long (ms) after the start. */
export function landed({ dots, from, every }: Landing, at: number): number {
  if (at < from || dots === 0) return 0;
  return every > 0 ? Math.min(dots, Math.floor((at - from) / every + 1e-9)) : dots;
}

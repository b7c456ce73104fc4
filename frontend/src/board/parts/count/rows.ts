/** Which options of a count stand on a screen that cannot scroll: the best, and never a line through a tie. */

import type { TallyLine } from "../../../protocol.generated";

export interface Rows {
  /** The best first. */
  readonly lines: readonly TallyLine[];
  /** Options with equal dots that are too many for rows of their own, as one row. */
  readonly tied: { readonly count: number; readonly dots: number } | null;
  /** All others: how many, and the most dots that one of them has. */
  readonly rest: { readonly count: number; readonly dots: number } | null;
}

/** At most `most` rows, one of them for the options that are tied where the rows end. An option without a dot has none. */
export function rowsOf(tally: readonly TallyLine[], most: number): Rows {
  const all = [...tally].sort((a, b) => b.dots - a.dots);
  const given = all.filter((line) => line.dots > 0);
  const whole = given.length <= most;
  const edge = given[most]?.dots;
  const lines = whole ? given : given.slice(0, most).filter((line) => line.dots !== edge);
  const split = !whole && lines.length < most ? given.filter((line) => line.dots === edge) : [];
  const tied = split.length > 0 ? { count: split.length, dots: edge ?? 0 } : null;
  const others = all.slice(lines.length + split.length);
  const rest = others.length > 0 ? { count: others.length, dots: others[0]?.dots ?? 0 } : null;
  return { lines, tied, rest };
}

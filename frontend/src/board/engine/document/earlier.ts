/** What of an earlier ballot can stand on this one, and why the rest cannot. */

import type { BallotPaper, Meta, OwnBallot } from "../../../protocol.generated";
import type { Roots } from "./document";

/** Why an option is not on the ballot. */
type Absent = "runoff" | "hidden" | "aside" | "grouped" | "emptied" | "gone";

/** Why a dot cannot stand where it was; `fewer`: the option is there, but this round has fewer dots. */
export type Lost = Absent | "fewer";

export interface Earlier {
  /** The part of the ballot that can be cast in this round. */
  readonly ballot: OwnBallot;
  /** How many dots come back to the person, by reason. */
  readonly lost: ReadonlyMap<Lost, number>;
  /** Why the pick worth the risk cannot stand; null when it can, or when there was none. */
  readonly lostBold: Absent | null;
}

/** Where options are when they are not on the ballot. */
export interface Whereabouts {
  readonly hidden: Meta["hidden"];
  readonly aside: Meta["aside"];
  readonly places: Roots["places"]["value"];
  readonly clusters: Roots["clusters"]["value"];
}

export function carriedOver(last: OwnBallot, paper: BallotPaper, where: Whereabouts): Earlier {
  const ids = new Set(paper.options.map(({ option }) => option));
  const dots: Record<string, number> = {};
  const lost = new Map<Lost, number>();
  let left = paper.dots;
  for (const [option, n] of Object.entries(last.dots)) {
    const stands = ids.has(option) ? Math.min(n, left) : 0;
    if (stands > 0) dots[option] = stands;
    left -= stands;
    const why = ids.has(option) ? "fewer" : whyNot(option, paper, where);
    if (n > stands) lost.set(why, (lost.get(why) ?? 0) + n - stands);
  }
  const { bold } = last;
  const keptBold = bold !== null && ids.has(bold) ? bold : null;
  return {
    ballot: { round: paper.round, dots, bold: keptBold, done: false },
    lost,
    lostBold: bold === null || bold === keptBold ? null : whyNot(bold, paper, where),
  };
}

function whyNot(option: string, { runoff }: BallotPaper, { hidden, aside, places, clusters }: Whereabouts): Absent {
  if (runoff) return "runoff";
  if (hidden.includes(option)) return "hidden";
  if (aside.includes(option)) return "aside";
  if (clusters.has(places.get(option)?.cluster ?? "")) return "grouped";
  return clusters.has(option) ? "emptied" : "gone";
}

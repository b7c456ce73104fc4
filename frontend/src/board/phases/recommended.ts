/** The largest sentence of a recommendation, the same on the board as in the record (`board/decisions/reading.py`). */

import { final as words } from "../../words/decide";
import { isolated } from "../../words/views";
import type { Decision, Round } from "../types";

/** How many options there were to choose from: those of the last round on all of them, for a run-off is on a few. */
export function optionsOf(rounds: readonly Round[], shortlist: number): number {
  const deciding = rounds.findLast((round) => !round.runoff) ?? rounds.at(-1);
  return deciding?.options.length ?? shortlist;
}

/** "The group recommends 3 of 22 options. Mara Ellis decides by 28 November." */
export function recommendation(decision: Decision, options: number): string {
  const day = (decision.decide_by ?? "")
    .trim()
    .replace(/^by\s+/i, "")
    .replace(/\.+$/, "");
  return words.recommends(decision.shortlist.length, options, isolated(decision.owner), isolated(day));
}

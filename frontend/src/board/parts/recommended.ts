/** The largest sentence of a recommendation, the same on the board as in the record (`board/decisions/reading.py`). */

import { trimmed } from "../../kit/text/rules";
import type { Decision, Round } from "../../protocol.generated";
import { isolated } from "../../words/isolated";
import { say } from "../../words/say";

/** How many options there were to choose from: those of the last round on all of them, for a run-off is on a few. */
export function optionsOf(rounds: readonly Pick<Round, "runoff" | "options">[], shortlist: number): number {
  const deciding = rounds.findLast((round) => !round.runoff) ?? rounds.at(-1);
  return deciding?.options.length ?? shortlist;
}

/** "The group recommends 3 of 22 options. Mara Ellis decides by 28 November." */
export function recommendation(decision: Decision, options: number): string {
  return say("outcome-recommends", {
    count: decision.shortlist.length,
    options,
    owner: isolated(decision.owner),
    by: isolated(dayToDecideBy(decision.decide_by ?? "")),
  });
}

/** The day as it stands after the word "by" and before the end of a sentence. White space is that of the server. */
export function dayToDecideBy(typed: string): string {
  return trimmed(typed)
    .replace(/^by[^\S\ufeff]+/i, "")
    .replace(/\.+$/, "");
}

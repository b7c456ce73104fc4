/** What became of the ballot of the round before, in sentences. */

import { say } from "../../../words/say";
import type { Earlier } from "../../engine/document/earlier";

export function putBack({ ballot, lost, lostBold }: Earlier): string {
  const back = Object.values(ballot.dots).reduce((sum, n) => sum + n, 0);
  const dots = [...lost.values()].reduce((sum, n) => sum + n, back);
  if (dots === back && lostBold === null) return say("vote-put-back");
  return back > 0 ? say("vote-put-back-some", { back, dots }) : say("vote-put-back-bold");
}

/** A line for each reason why dots came back, and one for the pick worth the risk. */
export function cameBack({ lost, lostBold }: Earlier): string[] {
  return [
    ...[...lost].map(([why, count]) => say(`vote-came-back-${why}`, { count })),
    ...(lostBold === null ? [] : [say(`vote-bold-free-${lostBold}`)]),
  ];
}

import type { Board } from "../../engine/boot";

const COUNTED: ReadonlySet<string> = new Set(["sending", "saved", "late"]);

/** How many more ideas this person can add in this round, less those on their way; unlimited without a bound. */
export function ideasLeft({ own, state }: Pick<Board, "own" | "state">): number {
  const { used, ideas_left: left } = state.you.value;
  if (left === undefined) return Number.POSITIVE_INFINITY;
  // What has a number is of an earlier round.
  const earlier = new Set(state.ideas.value.filter((idea) => idea.number !== null).map((idea) => idea.id));
  const mine = own.ideas.value.filter((idea) => COUNTED.has(idea.state) && !earlier.has(idea.id));
  const sending = mine.filter((idea) => idea.state === "sending").length;
  // The server's count comes a moment after its answers.
  return Math.max(0, Math.min(left - sending, used + left - mine.length));
}

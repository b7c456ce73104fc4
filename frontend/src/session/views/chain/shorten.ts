/** How much of a long chain stands on the page before somebody asks for all of it: where it began, and what is near. */

/** Parts that stand there from the start: the question and the decision, or the first sessions. */
export const FIRST = 2;
/** Parts before the one that is here. */
const NEAR = 3;
/** Fewer than these take no more room than the button in their place. */
const WORTH = 3;

/** The number of parts after the first ones that are left out. */
export function between(line: readonly { readonly here: boolean }[]): number {
  const left = line.findIndex(({ here }) => here) - NEAR - FIRST;
  return left < WORTH ? 0 : left;
}

/** The words of “Find my dots” on the decision's page. */

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const receipts = {
  round: (round: number, runoff: boolean, dots: number): string =>
    `Round ${round}${runoff ? ", run-off" : ""}: ${many(dots, "dot", "dots")} of yours`,
  hidden: "Hidden by the facilitator",
  none: "No dot here belongs to this code. Is it whole, and is it of this board? An empty ballot has no dots to find.",
  noneKept: "None of the codes in this browser has a dot in this record.",
  empty: "Paste the code that your browser made when you voted.",
  unsafe:
    "Browsers compute this on https pages only. Save the JSON file and look your dots up with sha256sum: “Check a decision” in the documentation shows how.",
  failed: "The record could not be loaded. Try again in a moment.",
  looking: "Looking…",
};

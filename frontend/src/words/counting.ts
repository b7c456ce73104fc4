/** The words that the phases Vote and Decide share. */

import { counted, many } from "./views";

export const dots = (n: number): string => many(n, "dot", "dots");
export const options = (n: number): string => many(n, "option", "options");

export const common = {
  counted,
  noCriterion: "Which should we take further?",
  hidden: "Hidden by the facilitator",
  cancel: "Not yet",
  all: "Read it all",
  less: "Show less",
  group: (letter: string): string => `Group ${letter}`,
  number: (n: number): string => `Idea ${n}`,
  round: (n: number): string => `Round ${n}`,
};

/** Hiding a text of an option. */
export const hiding = {
  hide: "Hide",
  hideOf: (n: number | null): string => (n === null ? "Hide this idea" : `Hide idea ${n}`),
  hidden: "Idea hidden.",
  hideName: "Hide the name",
  nameHidden: "Name hidden.",
  undo: "Undo",
};

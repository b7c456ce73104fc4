/** How many, in words that the phases Vote and Decide share. */

import { counted } from "./views";

export const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
export const dots = (n: number): string => many(n, "dot", "dots");
export const options = (n: number): string => many(n, "option", "options");
export const people = (n: number): string => many(n, "person", "people");

export const common = {
  dots,
  options,
  people,
  counted,
  noCriterion: "Which should we take further?",
  hidden: "Hidden by the facilitator",
  cancel: "Not yet",
  all: "Read it all",
  less: "Show less",
  theIdea: "Read the idea",
  group: (letter: string): string => `Group ${letter}`,
  number: (n: number): string => `Idea ${n}`,
};

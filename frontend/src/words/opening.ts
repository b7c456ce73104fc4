/** The words of the dialogs that open a vote. */

import { dots, options } from "./counting";
import { many } from "./views";

export const opening = {
  title: "Open the vote",
  summary: (s: { options: number; groups: number; unnamed: number; lone: number }): string => {
    const groups = s.groups ? many(s.groups, "group", "groups") : "";
    const unnamed = s.unnamed ? `, ${s.unnamed === s.groups ? "none with" : `${s.unnamed} without`} a name` : "";
    const lone = s.lone ? many(s.lone, "lone idea", "lone ideas") : "";
    const parts = [groups && `${groups}${unnamed}`, lone].filter(Boolean).join(unnamed ? ", and " : " and ");
    return `${options(s.options)}: ${parts}`;
  },
  each: (n: number): string => `${dots(n)} each`,
  none: "There is nothing to vote on. Take something back in.",
  alike: (n: number): string =>
    `These ${n} look alike. Their dots would be split: set one aside, or join them in Group.`,
  alikeMore: (n: number): string => `${many(n, "more group of options looks", "more groups of options look")} alike.`,
  many: "More than 20 options are hard to weigh. Set aside what nobody needs to choose: it stays on the board.",
  criterion: "Choose by",
  criterionHint: "The headline of the ballot. One question everybody answers with their dots.",
  criterionExample: "Which would help most within a year?",
  dots: "Dots for each person",
  fewer: "One dot fewer",
  more: "One dot more",
  byRule: (n: number): string => `${n} is right for this many options.`,
  own: (n: number): string => `Set by you. ${n} would be usual.`,
  useRule: (n: number): string => `Use ${n}`,
  minutes: "Minutes to vote",
  minutesHint: "Empty: no clock.",
  minutesWrong: (most: number): string => `A whole number from 1 to ${most}, or nothing.`,
  onBallot: "On the ballot",
  aside: (n: number): string => `Set aside (${n})`,
  putAside: "Set aside",
  takeIn: "Take back in",
  putAsideOf: (name: string): string => `Set aside: ${name}`,
  takeInOf: (name: string): string => `Take back in: ${name}`,
  nameFor: (letter: string): string => `Name for group ${letter}`,
  namePlaceholder: "Give it a name",
  unnamed: "No name yet. It stands as:",
  again:
    "Whoever compares two counts can see what a single new voter chose. So this vote cannot be closed with one or two new voters.",
  open: "Open the vote",
  opening: "Opening the vote",
};

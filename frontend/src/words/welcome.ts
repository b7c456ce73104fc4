/** The words of the phase Welcome. */

import { many, people } from "./views";

export const welcome = {
  lobby: {
    in: "You're in.",
    here: (n: number): string => (n <= 1 ? "Just you so far." : `${n} people here.`),
    starts: "Writing starts when the facilitator starts it.",
    rulesTitle: "Four rules for writing",
    rules: [
      ["Go for many.", "Choosing comes later."],
      ["Say it, do not explain it.", "One idea at a time."],
      ["Odd ones are welcome.", "They lead to good ones."],
      ["Stuck?", "Read the question again and keep going."],
    ] as readonly (readonly [string, string])[],
    joinHow: "Point a camera at the code, or open the link.",
    waiting: (n: number): string => (n === 0 ? "Nobody here yet" : `${people(n)} here`),
    summary: (minutes: number): string => `${many(minutes, "minute", "minutes")} to write`,
    hidden: "hidden until the reveal",
    visible: "shown while people write",
  },

  settings: {
    title: "Settings",
    edit: "Question and settings",
    fold: "Fold the settings",
    question: "Question",
    questionHint: "What everybody writes ideas for.",
    minutes: "Minutes to write",
    problem: "Problem",
    problemHint: "What is wrong today, in a sentence.",
    constraint: "Constraint",
    constraintHint: "What every idea must respect.",
    criterion: "Choose by",
    criterionHint: "What the vote is about. It is the headline of the ballot.",
    owner: "Who decides",
    ownerHint: "The dots give a shortlist; this person writes the decision.",
    visibility: "While people write",
    hidden: "Ideas stay hidden until the reveal",
    hiddenHint: "Alone first gives more and better ideas.",
    visible: "Ideas show while people write",
    visibleHint: "Shuffled and in batches. It protects less.",
    sealed: "Fixed since writing first opened.",
    dots: "Dots a person",
    dotsHint: "Empty: a quarter of the options, 3 to 10.",
    saved: "Saved",
    wrong: (most: number): string => `A whole number from 1 to ${most}.`,
    changed: (text: string): string =>
      `Another facilitator has changed this to “${text}”. Leave the field again to replace it.`,
    empty: "A question is needed.",
  },
};

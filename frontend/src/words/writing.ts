/** The words of the phase Write that only it needs. */

import { ideas } from "./views";

export const writing = {
  split: {
    title: (n: number): string => `That looks like ${n} ideas`,
    lead: "Bullets and numbers are taken off. Change what you like.",
    add: (n: number): string => `Add ${ideas(n)}`,
    one: "Keep as one",
    item: (n: number): string => `Idea ${n}`,
    drop: (n: number): string => `Leave out idea ${n}`,
    added: (n: number): string => `${ideas(n)} added.`,
  },

  lead: {
    running: "People are writing",
    waiting: "Waiting for people. Share the link.",
    waitingWall: "Waiting for people",
    gone: "Nobody is here right now. All ideas are kept.",
    overWall: "The reveal comes next.",
    overNext: "Reveal when you are ready, or give more time.",
  },
};

/** The words of the phase Write that only it needs. */

import { ideas } from "./views";

const figure = (n: number): string => n.toLocaleString("en");

export const writing = {
  split: {
    title: (n: number): string => `That looks like ${figure(n)} ideas`,
    lead: "Bullets and numbers are taken off. Change what you like.",
    add: (n: number): string => `Add ${ideas(n)}`,
    one: "Keep as one",
    item: (n: number): string => `Idea ${n}`,
    drop: (n: number): string => `Leave out idea ${n}`,
    addFirst: (n: number): string => (n === 1 ? "Add the first one" : `Add the first ${figure(n)}`),
    limit: (left: number): string =>
      left === 0
        ? "You have added as many ideas as one person can. These are kept under the field until you discard them."
        : `You can add ${figure(left)} more: that is the limit for one person. What does not fit stays here.`,
    rest: (n: number): string => `${figure(n)} pasted ${n === 1 ? "idea is" : "ideas are"} not added`,
    full: "You have added as many ideas as one person can.",
    all: "The ideas, one on each line",
    longLine: (line: number): string => `Line ${line} has more than 1,000 characters. Shorten it; nothing is cut off.`,
    copy: "Copy the text",
    close: "Close",
    show: "Show them",
    added: (n: number, late: number, refused: number): string =>
      [
        n > 0 || late + refused === 0 ? `${ideas(n)} added.` : "",
        late > 0 ? `${late} came late; the facilitator can let ${late === 1 ? "it" : "them"} in.` : "",
        refused > 0 ? `${ideas(refused)} not taken. Your list says why.` : "",
      ]
        .filter(Boolean)
        .join(" "),
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

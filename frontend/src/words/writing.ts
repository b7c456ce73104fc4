/** The words of the phases Write and Read. */

import { counted, ideas } from "./views";

const figure = (n: number): string => n.toLocaleString("en");

export const writing = {
  hint: "Write alone, one idea at a time. Nobody sees them before the reveal.",
  held: "The reveal comes in a moment. You can still write.",
  heldGroup: "The reveal comes in a moment. Writing is still open.",
  hintOver: "Nobody sees the ideas before the reveal.",
  hintOverVisible: "All ideas get their numbers at the reveal.",
  hintVisible: "Write one idea at a time. Ideas of all come up below, shuffled.",
  secondWave: "Second wave: the best ideas often come now. What has nobody said yet?",
  secondWaveGroup: "Second wave. The best ideas often come now.",
  field: "Your idea",
  placeholder: "An idea…",
  add: "Add idea",
  enter: "adds",
  newLine: "new line",
  tooLong: (n: number): string => `${n} characters too many. Shorten it; nothing is cut off by itself.`,
  charsLeft: (n: number): string => `${n} characters left`,
  paused: "The clock is paused. You can go on writing.",
  pausedGroup: "Writing goes on.",
  overHint: "Your ideas are kept. You can still edit or withdraw them.",
  addLate: "Add one more",
  lateHint: "It comes after time: the facilitator decides whether it is let in.",
  mine: "Your ideas",
  mineHidden: "Your ideas, hidden from everyone until the reveal",
  none: "Nothing yet. The first one is the hardest; write whatever is there.",
  added: "Added.",
  others: "Ideas of all",
  othersNone: "Ideas show up here in batches, so that nobody can tell whose they are.",
  earlier: "Already revealed",

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

  /** The way on to Read. */
  next: {
    reveal: (n: number): string => (n === 0 ? "Nothing to reveal yet" : `Reveal ${ideas(n)}`),
    revealNow: (n: number): string => `Reveal ${ideas(n)} now`,
    revealIn: (seconds: number): string => `Reveal in ${seconds} s, `,
    heldWhy: "so that nobody can tell who was first",
    readOn: "Go on reading",
    late: (n: number): string => `${n} came late, include ${n === 1 ? "it" : "them"}`,
    lateShort: (n: number): string => `${n} late`,
    early: "Reveal before time is up?",
    earlyText: (left: string): string =>
      `${left} are left. Everybody's unfinished idea is still taken in, then writing ends.`,
    keepWriting: "Keep writing",
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

export const ownIdeas = {
  saved: "saved",
  saving: "saving…",
  offline: "offline, waiting",
  late: "came late",
  refused: "not taken",
  lateWhy:
    "Kept. It came after time; the facilitator can let it in. If it is let in alone, people may guess whose it is.",
  unfinished: "We sent your unfinished idea: finish or withdraw it",
  finish: "Finish it",
  fine: "It is fine",
  edit: "Edit",
  withdraw: "Withdraw",
  withdrawn: "Idea withdrawn.",
  withdrawnSoon: "Idea withdrawn. The others stop seeing it in a few seconds.",
  editLabel: "Change your idea",
  changeWaits: "change not saved yet",
  othersSoon: "Saved. The others see it in a few seconds.",
  again: "Put it back in the field",
  yours: "Yours",
};

export const reading = {
  title: counted,
  title0: "No ideas yet",
  lead: "Read them all. Ask what is unclear; judging comes later.",
  empty: "Nobody has written anything yet.",
  emptyLead: "Step back to give people more time to write.",
  loading: "Fetching the ideas…",
  hide: "Hide",
  hideOne: (n: number): string => `Hide idea ${n} from everybody`,
  show: "Show it again",
  hidden: "Hidden by the facilitator",
  hiddenToast: (n: number): string => `Idea ${n} is hidden from everybody.`,
  shown: (n: number): string => `Idea ${n} is back.`,
  lateTray: (n: number): string => (n === 1 ? "1 idea came late" : `${n} ideas came late`),
  lateWhy: "They are not shown yet. If only one is let in, people may guess whose it is.",
  lateHeld: (n: number): string =>
    `${n === 1 ? "It comes" : "They come"} in a little later, so that nobody can tell who was first.`,
  admit: (n: number): string => (n === 1 ? "Let it in" : `Let ${n} in`),
  admitIn: (seconds: number): string => `In ${seconds} s`,
  admitted: (n: number): string => `${ideas(n)} let in.`,
  signed: "Names under ideas are as typed. Nobody checked them.",
  addLate: "Something missing? Add an idea",
  yourLate: "Yours, came late",
};

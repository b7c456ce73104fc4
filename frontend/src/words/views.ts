/** The words of the shell and of the phases Write and Read. */

import type { IdeaCount } from "../board/counting";
import type { Phase } from "../board/types";

export const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const ideas = (n: number): string => many(n, "idea", "ideas");
/** A count of ideas, and of those that the facilitator hid. */
export const counted = ({ shown, hidden }: IdeaCount): string => ideas(shown) + (hidden ? `, ${hidden} hidden` : "");
export const people = (n: number): string => many(n, "person", "people");

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Text for the inside of an English sentence: written from right to left, it must not reorder the words around it. */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);

export const phaseName: Record<Phase, string> = {
  lobby: "Welcome",
  diverge: "Write",
  reveal: "Read",
  cluster: "Group",
  vote: "Vote",
  decide: "Decide",
  frozen: "Done",
};

export const views = {
  brand: "Shortlist",
  cancel: "Cancel",
  undo: "Undo",
  copy: "Copy",
  save: "Save",
  skip: "Skip to the board",
  ideas,

  rail: {
    label: "Where we are",
    done: "done",
    moved: (phase: string): string => `Now: ${phase}.`,
  },

  clock: {
    label: "Time left",
    paused: "Paused",
    over: "Time is up",
    overtime: "Over time",
    set: "Set a timer",
    timer: "Timer",
    add: (minutes: number): string => `+${minutes} min`,
    start: (minutes: number): string => `${minutes} min`,
    pause: "Pause",
    resume: "Go on",
    end: "End now",
    none: "No clock is running. It never moves the board by itself.",
    quiet: "At zero nothing happens by itself.",
    writing: "At zero writing closes. The board waits for you.",
    spoken: (minutes: number): string => `${many(minutes, "minute", "minutes")} left.`,
    tenSeconds: "10 seconds left.",
    up: "Time is up.",
  },

  counts: {
    here: (n: number): [string, string] => [n === 0 ? "Nobody" : String(n), "here"],
    wrote: (n: number): [string, string] => [String(n), n === 1 ? "has written" : "have written"],
    hidden: (n: number): [string, string] => [String(n), "hidden"],
    ideas: (n: number): [string, string] => (n === 0 ? ["No", "ideas yet"] : [String(n), n === 1 ? "idea" : "ideas"]),
  },

  saved: {
    saved: "All saved",
    saving: "Saving…",
    offline: (n: number): string => (n === 0 ? "Offline" : `Offline · ${n} waiting`),
    offlineHint: "What you write waits in this browser and is sent as soon as the connection is back.",
  },

  strips: {
    readonly: "The board cannot save just now. Nothing you see is lost; what you write waits here.",
    version: "A newer version of this page is ready.",
    reload: "Reload",
    dismiss: "Got it",
    more: (n: number): string => (n === 1 ? "One more message" : `${n} more messages`),
  },

  closed: {
    gone: "This board is not here any more",
    goneText:
      "It was deleted, or this browser lost the cookie that lets it in. Open your link again: it lets you in, or says that the board was deleted.",
    deleted: "The board was deleted",
    deletedText: "Everything on it is gone. Nothing of it is kept here.",
    kept: "The board was deleted",
    keptText: "Its decision still stands at its own link.",
    decision: "Open the decision",
    locked: "The door is locked",
    lockedText:
      "Nobody new can come in or read, whichever link they have. Ask the facilitator to open the door, then try again.",
    full: "This board is full",
    fullText: "As many people have joined as this board takes. Ask the facilitator for help.",
    elsewhere: "This tab is resting",
    elsewhereText: "You have this board open in many tabs. Close some, then go on here; nothing was lost.",
    goOn: "Go on here",
    broken: "This page is too old",
    brokenText: "The server and this page no longer understand each other. A reload mends it; what you wrote is kept.",
    again: "Try again",
    home: "Start a board of your own",
    unsent: "Written here and not sent",
    yours: "What you wrote is still in this browser",
  },

  share: {
    button: "Share",
    title: "Let people in",
    named: "Share: let people in",
    participate: "Take part",
    participateWhy: "For everybody in the room. No account, no name.",
    watch: "Big screen",
    watchWhy:
      "For the wall: a page without buttons. Whoever has its link can also take part, so give it only to people who may.",
    copyLink: "Copy link",
    copied: (what: string): string => `Link copied: ${what}.`,
    open: "Open the big screen",
    code: "QR code",
    seat: "Your own seat",
    takePart: "Take part too",
    takePartWhy: "In a new tab, so that this page stays safe to project.",
    qr: (what: string): string => `QR code: ${what}`,
    larger: "Show the QR code large",
    door: "Door",
    doorOpen: "Open: everybody with the link can come in.",
    doorLocked: "Locked: nobody new can come in, read or vote, whichever link they have. People who joined stay.",
    lock: "Lock the door",
    unlock: "Open the door",
    lockedMark: "Locked",
    lockedMarkWhy: "The door is locked: nobody new can come in or read.",
  },

  back: {
    button: "Step back",
    label: "Step back to an earlier step",
    note: "Nothing is lost by going back. Everything stays on the board.",
    to: (phase: string): string => `Back to “${phase}”`,
    diverge: "A second round: what was revealed stays, new ideas stay hidden until the next reveal.",
    ballots: "When the vote opens again, ballots are empty; everybody can bring back what is still on it.",
    done: (phase: string): string => `Back in “${phase}”. Nothing was lost.`,
  },

  next: {
    write: "Start writing",
    writeAgain: "Go on writing",
    reveal: (n: number): string => (n === 0 ? "Nothing to reveal yet" : `Reveal ${ideas(n)}`),
    revealNow: (n: number): string => `Reveal ${ideas(n)} now`,
    revealing: "Revealing…",
    revealIn: (seconds: number): string => `Reveal in ${seconds} s, `,
    heldWhy: "so that nobody can tell who was first",
    readOn: "Go on reading",
    late: (n: number): string => `${n} came late, include ${n === 1 ? "it" : "them"}`,
    lateShort: (n: number): string => `${n} late`,
    early: "Reveal before time is up?",
    earlyText: (left: string): string =>
      `${left} are left. Everybody's unfinished idea is still taken in, then writing ends.`,
    keepWriting: "Keep writing",
    group: "Group the ideas",
    vote: "Open the vote",
  },

  write: {
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
    over: "Time is up. The reveal comes next.",
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
  },

  own: {
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
    forget: "Discard",
    again: "Put it back in the field",
    copy: "Copy the text",
    leftOut: "Came late and was not let in. Only this browser still has the text.",
    leftOutTitle: "Yours, not in the record",
    yours: "Yours",
  },

  read: {
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
  },
};

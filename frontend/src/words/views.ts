/** The words of the shell, and those that several phases share. */

import type { IdeaCount } from "../board/counting";
import type { Phase } from "../protocol.generated";

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
    writingUp: "Time is up. The reveal comes next.",
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

  share: {
    button: "Share",
    named: "Share: let people in",
    takePart: "Take part too",
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
    revealing: "Revealing…",
    group: "Group the ideas",
    vote: "Open the vote",
  },

  /** Own ideas, in Write and when all is done. */
  own: {
    forget: "Discard",
    copy: "Copy the text",
    leftOut: "Came late and was not let in. Only this browser still has the text.",
    leftOutTitle: "Yours, not in the record",
  },
};

/** The words of the phase Group. */

import type { IdeaCount } from "../board/counting";
import { counted, ideas, isolated, many } from "./views";

export const idea = (number: number | null): string => (number === null ? "this idea" : `idea ${number}`);
export const quoted = (name: string): string => `“${isolated(name)}”`;

export const group = {
  loose: "Not grouped yet",
  looseCount: ({ shown, hidden }: IdeaCount, all: number): string =>
    `${shown === all ? ideas(shown) : `${shown} of ${all}`}${hidden ? `, ${hidden} hidden` : ""}`,
  looseEmpty: "Every idea is in a group.",
  looseEmptyHint: "What you move to “Not grouped yet” comes back here.",
  counted,
  unnamed: "Name this group",
  unnamedIn: (letter: string): string => `Group ${letter}`,
  emptyGroup: "Empty. Move an idea here, or take the group apart.",
  coming: (n: number): string => `${many(n, "idea was", "ideas were")} moved here.`,
  showComing: (n: number): string => (n === 1 ? "Show it" : "Show them"),
  start:
    "Put two ideas that belong together on top of each other, or press “Move to…”. A group can be named at once or later.",
  startTouch: "Press “Move to…” on an idea, or hold it and drag it onto one that belongs with it.",
  noIdeas: "There are no ideas to group",
  noIdeasHint: "Nobody has written one yet. The facilitator can go back to Write.",
  loading: "Getting the ideas…",
  leadEveryone: "Drag ideas together, or press “Move to…”. Everybody can.",
  leadFinger: "Hold an idea to drag it, or press “Move to…”.",
  leadReading: "The facilitator groups the ideas. You can read along.",
  who: "Who groups",
  whoEveryone: "Everybody groups",
  whoFacilitator: "Only I do",
  late: (n: number): string => `${n} came late`,
  letIn: (n: number): string => (n === 1 ? "Let it in" : "Let them in"),
  letInDone: (n: number): string => (n === 1 ? "The late idea is in." : `${n} late ideas are in.`),
  counts: (inGroups: number, loose: number): [string, string] => [`${inGroups} grouped`, `${loose} not yet`],

  moveTo: "Move to…",
  moveOne: (number: number | null): string => `Move to… ${idea(number)}`,
  newAlone: "New group",
  hidden: "The facilitator hid this idea",
  undo: "Undo",
  back: "Back",

  movedOne: (to: string): string => `Moved to ${to}.`,
  movedMany: (n: number, to: string): string => `${ideas(n)} moved to ${to}.`,
  movedUp: (place: number, of: number): string => `Place ${place} of ${of}.`,
  grouped: (n: number): string => `New group of ${ideas(n)}.`,
  looseName: "Not grouped yet",
  name: quoted,

  nowIn: (to: string): string => `Now in ${to}`,
  changes: (n: number): string => many(n, "change", "changes"),
  showChanges: "Show",

  renameField: "Name of the group",
  renamePlace: "Name this group",
  renamed: (name: string): string => `Renamed to ${quoted(name)}.`,
  renamedOver: (name: string, theirs: string): string =>
    `Renamed to ${quoted(name)}. Somebody had just called it ${quoted(theirs)}.`,
  renameGone: "Somebody took this group apart in the meantime.",
  nameTooLong: (over: number): string => `${over} too many`,
  unfold: (name: string, count: IdeaCount): string => `Show ${name}: ${counted(count)}`,
  foldAll: "Names only",
  unfoldAll: "Show all ideas",
  groupMenu: (name: string): string => `More for ${name}`,

  merges: "Past merges",
  mergesTitle: "What was put together",
  mergesLead: "Each can be undone by itself; the others stay.",
  mergeLine: (n: number, into: string): string => `${ideas(n)} into ${into}`,
  mergeGroup: (name: string, n: number, into: string): string => `${name} (${ideas(n)}) into ${into}`,
  mergeUndone: "Taken apart again. All other merges stay.",
  mergeInto: "a group that is gone",

  findLabel: "Find an idea",
  findCount: (n: number): string => (n === 0 ? "none" : `${n} found`),
  findClear: "Clear",
  selectStart: "Select several",
  selectIdea: (number: number | null): string => `Select ${idea(number)}`,
  more: "more",
  less: "less",
  moreOf: (open: boolean, number: number | null): string =>
    `${open ? "less" : "more"}, the whole text of ${idea(number)}`,

  slotNew: "New group",

  sortTab: "One by one",
  groupsTab: "All groups",
  goesOn: "goes on",
  others: (n: number): string => `and ${n} more`,
} as const;

/** The words of what lies over the wall in Group: the menu, the bar of the selection, the notes about moved ideas. */

import { idea, quoted } from "./group";

export const groupMenu = {
  moveTitle: (n: number, number: number | null): string =>
    n === 1 ? `Move ${idea(number)} to…` : `Move ${n} ideas to…`,
  elseLabel: "What else can be done",
  findGroup: "Find a group, or name a new one",
  findIdea: "Find an idea",
  findGroupOnly: "Find a group",
  newNamed: (name: string): string => `New group ${quoted(name)}`,
  newWith: "New group with…",
  newWithTitle: "A new group with which idea?",
  here: "here now",
  gone: "gone",
  up: "Up",
  down: "Down",
  select: "Select",
  unselect: "Unselect",
  hide: "Hide this idea",
  hiddenToast: (number: number | null): string => `Hidden: ${idea(number)}.`,
  unhide: "Show it again",
  nothingFound: "Nothing by that name.",
  noGroups: "No groups yet.",
  rename: "Rename",
  showName: "Show only the name",
  showIdeas: "Show its ideas",
  join: "Join with…",
  joinTitle: (name: string): string => `Join ${name} with…`,
  joined: (to: string): string => `Joined with ${to}.`,
  dissolve: "Take apart",
  dissolved: (name: string): string => `${name} is taken apart.`,
  dissolveHint: "Its ideas go back to “Not grouped yet”.",
} as const;

export const selectionBar = {
  selected: (n: number): string => `${n} selected`,
  clear: "Clear",
  newFromChosen: "New group",
} as const;

export const movedNote = {
  movedAgain: (text: string, to: string): string => `Somebody moved ${quoted(text)} on to ${to}.`,
  movedLoose: (text: string): string => `Somebody took ${quoted(text)} out of its group.`,
  putBack: "Put it back",
  leaveIt: "Leave it there",
} as const;

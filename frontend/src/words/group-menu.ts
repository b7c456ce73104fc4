/** The words of the menus in Group. */

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

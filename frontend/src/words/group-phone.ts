/** The words of Group on a phone, one idea at a time. */

import { ideas } from "./views";

export const oneByOne = {
  progress: (at: number, of: number): string => `${at} of ${of}`,
  skip: "Skip",
  sortDone: "Every idea has a group",
  sortDoneHint: "Look at the groups, give them names, or wait for the vote.",
  sortSkipped: (n: number): string => `You skipped ${ideas(n)}.`,
  again: "Go through them again",
  seeGroups: "See the groups",
  elsewhere: (to: string): string => `Somebody put it in ${to}.`,
  next: "Next idea",
} as const;

/** How long a board and its decision are kept, deleting them, and opening a decision again. */

export const keeping = {
  title: "How long it stays",
  boardGoes: (day: string): string => `If nobody uses it before, this board is deleted on ${day}.`,
  boardStays: "This board is kept until it is deleted here.",
  decisionGoes: (day: string): string => `Its decision is deleted on ${day}.`,
  decisionsGo: (days: number): string =>
    `Its decision is kept for ${days === 1 ? "one day" : `${days} days`} from when it is made final.`,
  delete: "Delete this board",
  deleteTitle: "Delete this board for good?",
  deleteLead: "Everything on it goes at once, for everybody: ideas, groups, votes and answers. There is no way back.",
  which: "And the decision?",
  keep: "Keep the decision",
  keepHint: "Its page and files stay at their link. Nobody can delete them by hand afterwards.",
  both: "Delete the decision too",
  bothHint: "Its link will say that there was one and that it was deleted. Copies that people saved are theirs.",
  word: "delete",
  type: "Type “delete” to be sure",
  press: "Delete the board",
  pressBoth: "Delete board and decision",
  deleting: "Deleting …",
  back: "Keep the board",
  failed: "That did not work, and nothing was deleted. Please try again in a moment.",
};

export const correcting = {
  correct: "Correct the decision",
  decide: "Enter what was decided",
  title: "Open the decision again?",
  decideTitle: "Enter what was decided?",
  lead: "The record stays as it is, at its link. What you make final next becomes a new record, and each names the other.",
  what: "Wording, why, who decides, shortlist and next steps can change. Ideas, groups and the count stay as they were.",
  unchanged: "Make it final again without a change, and no new record is made.",
  back: "Leave it as it is",
  press: "Open it again",
  opening: "Opening …",
  stands: "This decision was made final before. Until a new record is made, that one stands.",
  record: "Read it",
};

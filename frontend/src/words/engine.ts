/** What the engine of the board says to people. */

export const OFFLINE = "This page is not connected just now, so that was not done. Try again once it is.";
export const BLOCKED = {
  network:
    "The server answers, but this network or its proxy does not let live connections (websockets) through. Another network may. What you write is kept here.",
  address:
    "The server does not know the address of this page as its own and refuses live connections. Tell the person who runs it: the log says what to set. What you write is kept here.",
};
export const ANSWER_LOST = "The connection broke before the board could answer. Please look whether it was done.";
export const CLOSED = "This page is not connected to the board any more. Please load it again.";

export const EMPTY_IDEA = "There is nothing written yet.";
export const NOT_YOURS = "This idea cannot be changed from this browser.";
export const NOTHING_TO_UNDO = "There is nothing left to undo.";
export const NO_VOTE = "There is no vote open just now.";
export const CARD_GONE = "The place where this card was is gone.";

export const BALLOT_DROPPED =
  "A new round of voting has started, so your dots of the round before were not sent. Please choose again.";
export const STORAGE_TROUBLE =
  "This browser cannot keep anything for you. Keep this page open until everything is saved.";
export const SET_BACK =
  "The board was put back to an earlier state. What you see is what is kept; newer changes are not on it any more.";
export const IDEA_SET_BACK =
  "The board was put back to an earlier state, and this idea is not on it any more. The text is still here.";

export const CHANGE_SET_BACK =
  "The board was put back to an earlier state, and your change is not on it. Your words are still here: save them again.";

export function tooLong(length: number, most: number): string {
  return `This idea has ${length.toLocaleString("en")} characters; ${most.toLocaleString("en")} fit. Please shorten it.`;
}

export function refusedBallot(why: string): string {
  return `Your dots were not counted. ${why}`;
}

export function refusedAnswer(why: string): string {
  return `Your answer to “Can you live with it?” was not kept. ${why}`;
}

export const UNDO_MOVE = "Undo move";
export const UNDO_NAME = "Undo name";
export const UNDO_DISSOLVE = "Undo taking apart";
export const UNDO_MERGE = "Undo putting together";

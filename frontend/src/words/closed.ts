/** The words of the page in place of a closed board. */

export const closed = {
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
};

/** The words of the ways in. */

export const share = {
  title: "Let people in",
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
  takePartWhy: "In a new tab, so that this page stays safe to project.",
  qr: (what: string): string => `QR code: ${what}`,
  larger: "Show the QR code large",
  door: "Door",
  doorOpen: "Open: everybody with the link can come in.",
  doorLocked: "Locked: nobody new can come in, read or vote, whichever link they have. People who joined stay.",
  lock: "Lock the door",
  unlock: "Open the door",
};

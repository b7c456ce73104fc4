/** Why a board's page does not reconnect. */

import type { Status as Connected } from "../../live/live-socket";

export type Ending =
  /** Not let in: the browser has no valid cookie of this board, or the board was deleted while nobody was connected. */
  | "gone"
  /** The board was deleted while this page was open, with its decision. */
  | "deleted"
  /** The board was deleted while this page was open; its decision may still be at its own link. */
  | "decision-kept"
  /** The door is locked for newcomers. */
  | "locked"
  /** As many people have joined as this board takes. */
  | "full"
  /** The same person has opened the board in so many tabs that the server closed this one. */
  | "elsewhere"
  /** The server did not understand this page: only a reload helps. */
  | "broken";

export type Status = Connected | Ending;

/** By the server's close codes. */
export const ENDINGS: Readonly<Record<number, Ending>> = {
  4404: "gone",
  4406: "deleted",
  4407: "decision-kept",
  4410: "locked",
  4411: "full",
  4409: "elsewhere",
  4400: "broken",
};

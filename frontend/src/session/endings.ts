/** Why the page of a session does not reconnect. */

import type { Status as Connected } from "../live/live-socket";

export type Ending =
  /** Not let in: no valid cookie, a link that was renewed, or this person was taken out. */
  | "gone"
  /** The session was deleted while this page was open. */
  | "deleted"
  /** The server closed this tab because the same person has too many open. */
  | "elsewhere"
  /** The server did not understand this page: only a reload helps. */
  | "broken";

export type Status = Connected | Ending;

/** By the server's close codes. */
export const ENDINGS: Readonly<Record<number, Ending>> = {
  4404: "gone",
  4406: "deleted",
  4407: "deleted",
  4409: "elsewhere",
  4400: "broken",
};

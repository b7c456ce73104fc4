/** A ballot of an earlier round and the board that the next one opens on, for tests of what is carried over. */

import type { BallotPaper, OwnBallot } from "../src/protocol.generated";

/** Each letter is an option with one dot. */
export const last = (dots: string, bold: string | null = null): OwnBallot => ({
  round: 3,
  dots: Object.fromEntries([...dots].map((id) => [id, 1])),
  bold,
  done: true,
});

export const paper = (ids: string, dots = 9, runoff = false) =>
  ({ round: 4, dots, runoff, options: [...ids].map((option) => ({ option })) }) as unknown as BallotPaper;

/** `h` is hidden, `s` set aside, `g` in a group now, `u` in one that is gone; `E` has no ideas any more. */
export const where = {
  hidden: ["h"],
  aside: ["s"],
  places: new Map([
    ["g", { cluster: "G", rank: "a" }],
    ["u", { cluster: "was dissolved", rank: "a" }],
  ]),
  clusters: new Map(["G", "E"].map((id) => [id, { name: id, rank: id, letter: id }])),
};

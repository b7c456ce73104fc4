/** Generated from `board/words` by `make protocol`. Do not edit. */

/** The files of messages that each view needs. */
export const VIEW_WORDS = {
  board: ["board"],
  parts: [],
  lobby: [],
  diverge: [],
  reveal: [],
  cluster: [],
  vote: [],
  decide: [],
  frozen: [],
} as const;
export type Area = (typeof VIEW_WORDS)[keyof typeof VIEW_WORDS][number];

/** Every key that pages know, with the names of its parameters. */
export interface Keys {
  "board-cancel": never;
}

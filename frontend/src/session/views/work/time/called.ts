/** How an item is called in a sentence. */

import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import type { Piece } from "./course";

/** Characters of a title that a button and a line beside the clock have room for. */
const MOST = 24;

/** Its title. A board has a question for one, which stands large where the board is. */
export function called({ kind, title }: Pick<Piece, "kind" | "title">): string {
  return kind === "board" && [...title].length > MOST ? say("work-board") : isolated(title);
}

/** What a board's page does beside the board once it has the time: it lists the visit, and shows the way back. */

import { follow as noteVisit, type Page } from "./note-visit";
import { showWayBack } from "./way-back";

export function follow(board: Page): void {
  showWayBack(board.boot.board, document);
  noteVisit(board);
}

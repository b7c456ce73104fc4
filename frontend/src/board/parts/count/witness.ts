/** Whether this page was there when the vote closed: only then the count is played. */

import type { Board } from "../../engine/boot";
import { perBoard } from "../../engine/per-board";

/** The number of counted rounds when this page last looked; null before. */
const seen = perBoard((): { rounds: number | null } => ({ rounds: null }));

/** Notes how many rounds are counted. True if one was added since this page last looked. */
export function sawCount(board: Board): boolean {
  const last = seen(board);
  const now = board.state.meta.peek().rounds.length;
  const added = last.rounds !== null && now > last.rounds;
  last.rounds = now;
  return added;
}

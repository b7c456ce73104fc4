/** What an item of the agenda says of its board: that it is open, with the way to it, or what it decided. */

import { lazy } from "../../../../kit/lazy";
import { useSession } from "../../../use-session";
import type { Piece } from "../time/course";

const BoardLine = lazy(() => import("./line").then((part) => part.BoardLine), "inside");

export function ItemBoardLine({ piece, running }: { readonly piece: Piece; readonly running: boolean }) {
  const board = useSession().roots.agenda.value.get(piece.id)?.board;
  if (board === undefined || running) return null;
  return <BoardLine id={piece.id} board={board} over={piece.spent !== null} />;
}

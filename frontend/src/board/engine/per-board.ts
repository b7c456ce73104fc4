import type { Board } from "./boot";

/** What the views of a page keep between two of their renders: one object for each board, made when first asked for. */
export function perBoard<State extends object>(make: (board: Board) => State): (board: Board) => State {
  const kept = new WeakMap<Board, State>();
  return (board) => {
    const known = kept.get(board) ?? make(board);
    kept.set(board, known);
    return known;
  };
}

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Board } from "./boot";

export const BoardContext = createContext<Board | null>(null);

/** The engine of this page: `const { state, commands } = useBoard()`. */
export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board) {
    throw new Error("useBoard outside of the board page");
  }
  return board;
}

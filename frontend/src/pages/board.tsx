import { render } from "preact";
import "../styles/layers.css";
import "../styles/board.css";
import { boot } from "../board/boot";
import { Shell } from "../board/shell/shell";
import { BoardContext } from "../board/shell/use-board";

const root = document.getElementById("board");
if (root) {
  const board = boot();
  root.replaceChildren();
  render(
    <BoardContext.Provider value={board}>
      <Shell />
    </BoardContext.Provider>,
    root,
  );
}

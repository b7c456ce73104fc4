import { render } from "preact";
import "../styles/sheets";
import { load } from "../board/app/phase-views";
import { Shell } from "../board/app/shell";
import { boot } from "../board/engine/boot";
import { BoardContext } from "../board/engine/use-board";
import { loadWithRetry } from "../kit/load";
import { holdDrawing } from "../kit/page/press";
import { whenIdle } from "../kit/page/slices";
import { loadWords } from "../words/say";
import { VIEW_WORDS } from "../words.generated";
import { followTranslation } from "./translation";

/** How long (ms) the served page stands in for a view that is still being loaded; then the frame says what is wrong. */
const PATIENCE = 4000;

async function open(root: HTMLElement): Promise<void> {
  const board = boot();
  const frame = loadWithRetry(
    () => loadWords(...VIEW_WORDS.board),
    () => true,
  );
  const late = new Promise((over) => setTimeout(over, PATIENCE));
  await Promise.race([load(board.state.phase.peek(), board.boot.role), late]);
  await frame;
  root.replaceChildren();
  // Before anything is drawn: a translator takes texts away that are not followed yet.
  followTranslation(root);
  holdDrawing();
  render(
    <BoardContext.Provider value={board}>
      <Shell />
    </BoardContext.Provider>,
    root,
  );
  // A help; without it nothing is missing here.
  whenIdle()
    .then(() => import("./beside-board"))
    .then(({ follow }) => follow(board))
    .catch(() => {});
}

const root = document.getElementById("board");
if (root && document.documentElement.dataset.tooOld === undefined) void open(root);

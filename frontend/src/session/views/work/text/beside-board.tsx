/** The text while a board is open: it can only be read, because typing would tell who writes an idea. */

import { useEdge } from "../../../../kit/page/edges";
import { say } from "../../../../words/say";
import { TextDocument } from "./document";

/** In place of the editor, or of the button that opens it. */
export function BesideBoard() {
  const foot = useEdge<HTMLDivElement>("bottom");
  return (
    <div class="editor">
      <TextDocument />
      <div ref={foot} class="acts">
        <BoardOpen />
      </div>
    </div>
  );
}

export function BoardOpen() {
  return (
    <p class="small" role="status">
      {say("working-board-open")}
    </p>
  );
}

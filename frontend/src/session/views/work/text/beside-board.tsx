/** While a board is open the text can only be read: typing would tell who writes an idea. */

import { say } from "../../../../words/say";
import { TextDocument } from "./document";

/** In place of the editor, or of the button that opens it. What stands in place of the other buttons says why. */
export function BesideBoard() {
  return (
    <div class="text-waits">
      <TextDocument />
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

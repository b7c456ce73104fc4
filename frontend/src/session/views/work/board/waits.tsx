import { say } from "../../../../words/say";

/** In place of what the server refuses while a board is open. */
export function Waits() {
  return <p class="small">{say("working-board-waits")}</p>;
}

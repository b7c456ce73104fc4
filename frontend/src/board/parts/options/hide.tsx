import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { hide } from "../../actions/hide";
import { useBoard } from "../../engine/use-board";

/** Takes an abusive text from every screen at once; one press brings it back. */
export function Hide({ id, name = false }: { id: string; name?: boolean }) {
  const board = useBoard();
  const number = board.state.idea(id).value?.number ?? null;
  const numbered =
    number === null ? say("idea-hide-unnumbered") : say("idea-hide-numbered", { number: String(number) });
  return (
    <Button
      look="plain"
      size="s"
      icon="hide"
      class="hide"
      aria-label={name ? say("idea-hide-name") : numbered}
      onClick={() => void hide(board, id)}
    >
      {say(name ? "idea-hide-name" : "idea-hide")}
    </Button>
  );
}

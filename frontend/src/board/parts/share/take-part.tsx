import { Icon } from "../../../kit/icon";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";

/** The facilitator's own seat, in a tab of its own. */
export function TakePart() {
  const { board } = useBoard().boot;
  return (
    <a class="button quiet" href={`/boards/${board}?as=participate`} target="_blank" rel="noopener">
      <Icon name="edit" />
      {say("board-take-part")}
    </a>
  );
}

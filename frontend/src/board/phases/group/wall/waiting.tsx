import { say } from "../../../../words/say";
import { useWall } from "./use-wall";

/** Says that others changed something here while I hold it still; leaving the box, or a press, shows it. */
export function Waiting({ box }: { box: string }) {
  const wall = useWall();
  const count = wall.waiting(box).value;
  if (count === 0) return null;
  return (
    <button type="button" class="waiting" onClick={() => wall.letGo()}>
      {say("group-changes", { count })}
      <span>{say("group-show-changes")}</span>
    </button>
  );
}

import { Button } from "../../../../kit/button";
import { Popover } from "../../../../kit/popover";
import { say } from "../../../../words/say";
import type { Merge } from "../../../engine/state";
import { undoMerge } from "../acts";
import { named, nameOf } from "../names/names";
import { useWall } from "../wall/use-wall";

/** Everything that was ever put together; each merge can be undone by itself, later and out of order. */
export function MergeList() {
  const wall = useWall();
  const merges = wall.board.state.merges.value;
  return (
    <Popover button={{ look: "plain", size: "s", children: say("group-merges") }} class="merges">
      {() => (
        <section aria-label={say("group-merges")}>
          <h3>{say("group-merges")}</h3>
          <p>{say("group-merges-lead")}</p>
          <ul>
            {merges.map((merge) => (
              <Line key={merge.id} merge={merge} />
            ))}
          </ul>
        </section>
      )}
    </Popover>
  );
}

function Line({ merge }: { merge: Merge }) {
  const wall = useWall();
  const into = nameOf(wall, merge.into);
  const joined = Object.entries(merge.clusters).filter(([id]) => id !== merge.into);
  const count = Object.keys(merge.moved).length;
  const [, entry] = joined[0] ?? [];
  const name = entry ? named(entry) : null;
  return (
    <li>
      <span>
        {name
          ? say("group-merged-group", { name, count, group: into })
          : say("group-merged-ideas", { count, group: into })}
      </span>
      <Button size="s" onClick={() => undoMerge(wall, merge.id)}>
        {say("group-undo")}
      </Button>
    </li>
  );
}

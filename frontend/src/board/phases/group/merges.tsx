import { Button } from "../../../kit/button";
import { Popover } from "../../../kit/popover";
import { group as words } from "../../../words/group";
import type { Merge } from "../../state";
import { nameOf, undoMerge } from "./acts";
import { useWall } from "./use-wall";
import "./merges.css";

/** Everything that was ever put together; each merge can be undone by itself, later and out of order. */
export function Merges() {
  const wall = useWall();
  const merges = wall.board.state.merges.value;
  if (merges.length === 0) return null;
  return (
    <Popover button={{ look: "plain", size: "s", children: words.merges }} class="merges">
      {() => (
        <section aria-label={words.mergesTitle}>
          <h3>{words.mergesTitle}</h3>
          <p>{words.mergesLead}</p>
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
  const name = entry ? (entry.name ? words.name(entry.name) : words.unnamedIn(entry.letter)) : null;
  return (
    <li>
      <span>{name ? words.mergeGroup(name, count, into) : words.mergeLine(count, into)}</span>
      <Button size="s" onClick={() => undoMerge(wall, merge.id)}>
        {words.undo}
      </Button>
    </li>
  );
}

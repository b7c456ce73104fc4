import { useSignal } from "@preact/signals";
import { Button } from "../../../../kit/button";
import { Popover } from "../../../../kit/popover";
import { shorten } from "../../../../kit/text/size";
import { say } from "../../../../words/say";
import { isMine } from "../../../actions/my-merges";
import type { Merge } from "../../../engine/state";
import { undoMerge } from "../acts";
import { named, nameOf } from "../names/names";
import { useWall } from "../wall/use-wall";
import type { Wall } from "../wall/wall";
import { listed, type Told } from "./listed";

/** Fewer are seen at one look. */
const MANY = 6;
const SHOWN = 2;
const LONGEST = 60;

/** Everything that was ever put together; each merge can be undone by itself, later and out of order. */
export function MergeList() {
  return (
    <Popover button={{ look: "plain", size: "s", children: say("group-merges") }} class="merges">
      {() => <Merged />}
    </Popover>
  );
}

function Merged() {
  const wall = useWall();
  const sought = useSignal("");
  const only = useSignal(false);
  const merges = wall.board.state.merges.value;
  const mine = isMine(wall.board.boot.board);
  const some = merges.some(mine);
  const shown = listed(
    merges.map((merge) => told(wall, merge)),
    sought.value,
    only.value && some ? mine : () => true,
  );
  return (
    <section aria-label={say("group-merges")}>
      <h3>{say("group-merges")}</h3>
      <p>{say("group-merges-lead")}</p>
      {merges.length >= MANY || sought.value ? (
        <input
          type="text"
          dir="auto"
          autoComplete="off"
          aria-label={say("group-merges-find")}
          placeholder={say("group-merges-find")}
          value={sought.value}
          onInput={(event) => {
            sought.value = event.currentTarget.value;
          }}
        />
      ) : null}
      {some ? (
        <label class="mine">
          <input
            type="checkbox"
            checked={only.value}
            onChange={(event) => {
              only.value = event.currentTarget.checked;
            }}
          />
          {say("group-merges-mine")}
        </label>
      ) : null}
      <ul>
        {shown.map((one) => (
          <Line key={one.merge.id} told={one} />
        ))}
      </ul>
      {shown.length === 0 ? <p class="nothing">{say("group-merges-none")}</p> : null}
    </section>
  );
}

function Line({ told: { merge, line, texts } }: { told: Told }) {
  const wall = useWall();
  const more = texts.length - SHOWN;
  return (
    <li>
      <div>
        {line}
        {texts.slice(0, SHOWN).map((text, at) => (
          <small key={at} dir="auto">
            {shorten(text, LONGEST)}
          </small>
        ))}
        {more > 0 ? <small>{say("group-merges-more", { count: more })}</small> : null}
      </div>
      <Button size="s" onClick={() => undoMerge(wall, merge.id)}>
        {say("group-undo")}
      </Button>
    </li>
  );
}

function told(wall: Wall, merge: Merge): Told {
  const into = nameOf(wall, merge.into);
  const [, entry] = Object.entries(merge.clusters).find(([id]) => id !== merge.into) ?? [];
  const moved = Object.keys(merge.moved);
  const count = moved.length;
  const texts = moved.map((idea) => wall.board.state.idea(idea).value?.text?.replace(/\s+/g, " ").trim() ?? "");
  return {
    merge,
    line: entry
      ? say("group-merged-group", { name: named(entry), count, group: into })
      : say("group-merged-ideas", { count, group: into }),
    texts: texts.filter(Boolean),
  };
}

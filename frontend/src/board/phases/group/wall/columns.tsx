import { useComputed } from "@preact/signals";
import { useSlices } from "../../../../kit/page/slices";
import { say } from "../../../../words/say";
import { heightOf } from "../layout/density";
import { ClusterBox } from "./cluster";
import { useWall } from "./use-wall";
import type { Wall } from "./wall";

/** Cards of a column that are drawn at once, more than a screen shows, and with the first slice after it. */
export const AT_ONCE = 12;
export const THEN = 12;

/** What a browser lays out of a column, in windows: what is in sight, and one and a half below. */
const REACH = 2.5;

/** Browsers that do not say when a card comes near get all of it at once. */
const NOTICED = "oncontentvisibilityautostatechange" in HTMLElement.prototype;

/** Cards that are too deep in their column to be laid out are first drawn out of sight, without their buttons. */
export function sink(wall: Wall, column: readonly string[]): void {
  const sizes = wall.sizes.peek();
  if (!NOTICED || !sizes) return;
  const near = Math.ceil((REACH * sizes.room) / heightOf(sizes, 0));
  for (const idea of column.slice(near)) wall.deep.add(idea);
}

/** The groups in their columns. A column only ever grows at its foot. */
export function LanesOfGroups() {
  const wall = useWall();
  const none = useComputed(() => wall.board.state.ready.value && wall.lanes.value.every((lane) => lane.length === 0));
  const longest = useComputed(() =>
    Math.max(0, ...wall.lanes.value.map((lane) => lane.reduce((sum, id) => sum + wall.box(id).value.length + 1, 0))),
  );
  const drawn = useSlices(longest.value, AT_ONCE, THEN);
  return (
    <div class="lanes">
      {wall.lanes.value.map((lane, at) => (
        <Lane key={at} at={at} groups={lane} depth={drawn} />
      ))}
      {none.value && wall.board.state.ideas.value.length > 0 ? (
        <div class="start">
          <p>{wall.free.value ? say("group-start-touch") : say("group-lead-reading")}</p>
        </div>
      ) : null}
    </div>
  );
}

/** One column, drawn from its head down to `depth` cards and heads: what comes later stands at its foot. */
function Lane({ at, groups, depth }: { at: number; groups: readonly string[]; depth: number }) {
  const wall = useWall();
  let left = depth;
  if (depth !== Number.POSITIVE_INFINITY)
    sink(
      wall,
      groups.flatMap((id) => wall.box(id).value),
    );
  return (
    <div class="lane" data-lane={at}>
      {groups.map((id) => {
        const size = left === Number.POSITIVE_INFINITY ? 0 : wall.box(id).value.length;
        // What is drawn whole is not looked at again with the next slice.
        const most = left < size ? left : Number.POSITIVE_INFINITY;
        const begun = left > 0;
        left -= size + 1;
        return begun ? <ClusterBox key={id} id={id} most={most} /> : null;
      })}
      <div class="new-zone" aria-hidden="true">
        {say("group-new")}
      </div>
    </div>
  );
}

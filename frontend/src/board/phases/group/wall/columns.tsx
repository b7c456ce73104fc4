import { useComputed } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useSlices } from "../../../../kit/page/slices";
import { say } from "../../../../words/say";
import { ClusterBox } from "./cluster";
import { columnsIn } from "./lanes";
import { useWall } from "./use-wall";

/** The narrowest column on a tablet and on a desk, and the gap between two, in rem. */
const NARROWEST = { tablet: 14.5, desk: 17 };
const TABLET = 60;
const GAP = 1;

/** Cards of a column that are drawn at once, more than a screen shows, and with the first slice after it. */
export const AT_ONCE = 20;
export const THEN = 12;

/** Browsers that do not say when a card comes near get all of it at once. */
const NOTICED = "oncontentvisibilityautostatechange" in HTMLElement.prototype;

/** The groups in their columns. A column only ever grows at its foot. */
export function LanesOfGroups() {
  const wall = useWall();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const narrowest = window.innerWidth <= TABLET * rem ? NARROWEST.tablet : NARROWEST.desk;
      wall.columns.value = Math.min(6, columnsIn(element.clientWidth, narrowest * rem, GAP * rem));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [wall]);
  const none = useComputed(() => wall.board.state.ready.value && wall.lanes.value.every((lane) => lane.length === 0));
  const longest = useComputed(() =>
    Math.max(0, ...wall.lanes.value.map((lane) => lane.reduce((sum, id) => sum + wall.box(id).value.length + 1, 0))),
  );
  const drawn = useSlices(longest.value, AT_ONCE, THEN);
  useLayoutEffect(() => {
    wall.far = NOTICED && drawn !== Number.POSITIVE_INFINITY;
  }, [wall, drawn]);
  return (
    <div ref={box} class="lanes">
      {wall.lanes.value.map((lane, at) => (
        <Lane key={at} at={at} groups={lane} depth={drawn} />
      ))}
      {none.value && wall.board.state.ideas.value.length > 0 ? (
        <div class="start">
          <p class="finger">{say("group-start-touch")}</p>
          <p class="mouse">{wall.free.value ? say("group-start") : say("group-lead-reading")}</p>
        </div>
      ) : null}
    </div>
  );
}

/** One column, drawn from its head down to `depth` cards and heads: what comes later stands at its foot. */
function Lane({ at, groups, depth }: { at: number; groups: readonly string[]; depth: number }) {
  const wall = useWall();
  let left = depth;
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

import { useComputed } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { group as words } from "../../../words/group";
import { ClusterBox } from "./cluster";
import { columnsIn } from "./lanes";
import { useWall } from "./use-wall";

/** The narrowest column on a tablet and on a desk, and the gap between two, in rem. */
const NARROWEST = { tablet: 14.5, desk: 17 };
const TABLET = 60;
const GAP = 1;

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
  return (
    <div ref={box} class="lanes">
      {wall.lanes.value.map((lane, at) => (
        <Lane key={at} at={at} groups={lane} />
      ))}
      {none.value && wall.board.state.ideas.value.length > 0 ? (
        <div class="start">
          <p class="finger">{words.startTouch}</p>
          <p class="mouse">{wall.free.value ? words.start : words.leadReading}</p>
        </div>
      ) : null}
    </div>
  );
}

function Lane({ at, groups }: { at: number; groups: readonly string[] }) {
  const wall = useWall();
  const aimed = useComputed(() => {
    const aim = wall.aim.value;
    return aim?.kind === "new" && aim.lane === at;
  });
  return (
    <div class="lane" data-lane={at}>
      {groups.map((id) => (
        <ClusterBox key={id} id={id} />
      ))}
      <div class={aimed.value ? "new-zone aimed" : "new-zone"} aria-hidden="true">
        {words.slotNew}
      </div>
    </div>
  );
}

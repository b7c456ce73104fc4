import { useComputed } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { IdeaCard } from "./idea";
import { oneStop, rove, took } from "./roving";
import { useWall } from "./use-wall";

/** The first `most` cards of a box in order. */
export function Cards({ box, label, most }: { box: string; label: string; most: number }) {
  const wall = useWall();
  const list = useRef<HTMLUListElement>(null);
  const ideas = wall.box(box).value;
  const first = useComputed(() => wall.box(box).value.find((id) => wall.found.value?.has(id) !== false)).value;
  useLayoutEffect(() => {
    // A box of which all cards are out of sight has a tab stop too.
    if (first !== undefined) wall.near(first).value = true;
  }, [wall, first]);
  useLayoutEffect(() => oneStop(list.current));
  return (
    <ul
      ref={list}
      class="cards"
      aria-label={label}
      data-cards
      onFocusIn={(event) => {
        const target = event.target as HTMLElement;
        if (target.dataset.handle !== undefined) took(target);
      }}
      onKeyDown={(event) => {
        const target = event.target as HTMLElement;
        if (event.altKey || event.ctrlKey || event.metaKey || target.dataset.handle === undefined) return;
        if (rove(target, event.key)) event.preventDefault();
      }}
    >
      {ideas.slice(0, most).map((id) => (
        <IdeaCard key={id} id={id} />
      ))}
    </ul>
  );
}

import { useComputed } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { askWhere } from "../menu/ask";
import { IdeaCard } from "./idea";
import { oneStop, took } from "./roving";
import { useWall } from "./use-wall";

/** The keys of a card. With Alt the browser has its own use for all but two. */
const KEYS = /^(Arrow(Up|Down|Left|Right)|Home|End|x)$/;
const WITH_ALT = /^Arrow(Up|Down)$/;

/** The first `most` cards of a group in order. */
export function Cards({ box, label, most }: { box: string; label: string; most: number }) {
  const wall = useWall();
  return (
    <ul class="cards" aria-label={label} data-column {...useCards<HTMLUListElement>(box)}>
      {wall
        .box(box)
        .value.slice(0, most)
        .map((id) => (
          <IdeaCard key={id} id={id} />
        ))}
    </ul>
  );
}

/** One list of cards, to the keys of a keyboard and to a screen reader, in however many columns it stands. */
export function useCards<E extends HTMLElement>(box: string) {
  const wall = useWall();
  const list = useRef<E>(null);
  const first = useComputed(() => wall.box(box).value.find((id) => wall.found.value?.has(id) !== false)).value;
  useLayoutEffect(() => {
    // A box of which all cards are out of sight has a tab stop too.
    if (first !== undefined) wall.near(first).value = true;
  }, [wall, first]);
  // Whoever may move ideas has buttons on the cards; by then they are there.
  wall.free.value;
  useEffect(() => oneStop(list.current));
  return {
    ref: list,
    "data-cards": true,
    onClick: (event: MouseEvent) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>("[data-handle]");
      const idea = button?.closest<HTMLElement>("[data-idea]")?.dataset.idea;
      if (button && idea !== undefined) askWhere(wall, [idea], button);
    },
    onFocusIn: (event: FocusEvent) => {
      const target = event.target as HTMLElement;
      if (target.dataset.handle !== undefined) took(target);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const idea = target.closest<HTMLElement>("[data-idea]")?.dataset.idea;
      if (event.ctrlKey || event.metaKey || target.dataset.handle === undefined || idea === undefined) return;
      if (!(event.altKey ? WITH_ALT : KEYS).test(event.key)) return;
      event.preventDefault();
      void import("../rove").then(({ keyed }) => keyed(wall, idea, target, event));
    },
  };
}

/** The state that a card shows, as one bit mask: a card subscribes once for all of it. */

import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { perId } from "../../../engine/document/lists";
import { perBoard } from "../../../engine/per-board";
import { wallOf } from "./wall";

export const CHOSEN = 1;
/** The find box hides it. */
export const MISSED = 2;
/** A move of mine is on its way. */
export const MOVING = 4;
/** It is shown in another box than the one it lies in. */
export const STALE = 8;
/** All lines of a long text are shown. */
export const OPEN = 16;

interface Marks {
  /** The bit mask of an idea; undefined when nothing is marked. */
  of(idea: string): ReadonlySignal<number | undefined>;
  /** Shows all lines of a text, or only the first ones again. */
  turn(idea: string): void;
}

export const marksOf = perBoard<Marks>((board) => {
  const wall = wallOf(board);
  const open = signal<ReadonlySet<string>>(new Set());
  const marks = computed(() => {
    const marked = new Map<string, number>();
    const mark = (ideas: Iterable<string>, what: number) => {
      for (const idea of ideas) marked.set(idea, (marked.get(idea) ?? 0) | what);
    };
    mark(wall.selection.value.chosen, CHOSEN);
    mark(wall.sent.value.keys(), MOVING);
    mark(board.moved.moving.value, MOVING);
    mark(wall.stale.value.keys(), STALE);
    mark(open.value, OPEN);
    const found = wall.found.value;
    if (found !== null)
      mark(
        [...board.state.byId.value.keys()].filter((idea) => !found.has(idea)),
        MISSED,
      );
    return marked;
  });
  return {
    of: perId(marks),
    turn(idea) {
      const next = new Set(open.peek());
      if (!next.delete(idea)) next.add(idea);
      open.value = next;
    },
  };
});

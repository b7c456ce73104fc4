/** When this screen lost the server. */

import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Board } from "../../engine/boot";
import { perBoard } from "../../engine/per-board";

const times = perBoard((board) => {
  const since = signal<Date | null>(null);
  effect(() => {
    const live = board.status.value === "live";
    if (live) since.value = null;
    else since.value = since.peek() ?? new Date();
  });
  return since;
});

/** When the connection was lost; null while there is one, or while it may come back at once. */
export function lostSince(board: Board): Date | null {
  const since: ReadonlySignal<Date | null> = times(board);
  return board.status.value === "offline" ? since.value : null;
}

/** What the big screen shows of a phase: what the facilitator shows large, or the page that somebody turned to. */

import { effect, type Signal, signal } from "@preact/signals";
import type { Meta } from "../../../protocol.generated";
import type { Board } from "../../engine/boot";
import { perBoard } from "../../engine/per-board";

/** The one idea or group that the facilitator shows on the big screen; null: pages. */
export function shownLarge({ highlight, highlight_as: as }: Meta): string | null {
  return as === "page" ? null : highlight;
}

/**
 * Where this screen's pages are: an idea or a group, so that the page is found again when pages change. It follows the
 * facilitator; keys of this screen lead away until the facilitator shows something else. Each phase begins with its
 * first page.
 */
export const placeOf: (board: Board) => Signal<string | null> = perBoard((board) => {
  const place = signal<string | null>(null);
  let last: Pick<Meta, "highlight" | "highlight_as" | "phase"> | null = null;
  effect(() => {
    const now = board.state.meta.value;
    const pointed = now.highlight !== last?.highlight || now.highlight_as !== last?.highlight_as;
    if (now.phase !== last?.phase || (pointed && now.highlight !== null)) place.value = now.highlight;
    last = now;
  });
  return place;
});

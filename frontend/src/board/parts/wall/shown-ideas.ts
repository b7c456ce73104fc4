import { useComputed } from "@preact/signals";
import type { Idea } from "../../engine/state";
import { useBoard } from "../../engine/use-board";

/** The revealed ideas that nobody hid, by number. */
export function useShownIdeas(): readonly Idea[] {
  const { state } = useBoard();
  return useComputed(() => state.ideas.value.filter((idea) => idea.text !== null && idea.number !== null)).value;
}

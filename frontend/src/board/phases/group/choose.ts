/** Selecting cards: a press on the mark, shift for a range, ctrl or cmd anywhere on the card. */

import { extended, toggled } from "./selection";
import type { Wall } from "./wall/wall";

export function select(wall: Wall, idea: string, range: boolean): void {
  const now = wall.selection.peek();
  const found = wall.found.peek();
  // A range takes what stands between the two, not what the find box hides.
  const order = range ? wall.order().filter((one) => found === null || found.has(one)) : [];
  wall.selection.value = range ? extended(now, idea, order) : toggled(now, idea);
}

/** One listener for all cards. While cards are being selected on a touch screen, a tap anywhere on one selects it. */
export function selectByPress(root: HTMLElement, wall: Wall): () => void {
  const pressed = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const idea = target?.closest<HTMLElement>("[data-idea]")?.dataset.idea;
    if (idea === undefined || !wall.free.peek() || target?.closest("button, label, input")) return;
    if (!(event.shiftKey || event.ctrlKey || event.metaKey || wall.picking.peek())) return;
    event.preventDefault();
    select(wall, idea, event.shiftKey);
  };
  root.addEventListener("click", pressed);
  return () => root.removeEventListener("click", pressed);
}

/**
 * Shows where a dragged card would land: a slot among the cards, a rim around what would take it.
 *
 * Set on the page itself and not drawn from signals: it changes every few pixels of a drag, and nothing else does.
 */

import { say } from "../../../../words/say";
import { cardOf } from "../wall/land";
import { LOOSE } from "../wall/wall";
import type { Aim } from "./aim";

/** The returned function takes it away. */
export function mark(aim: Aim): () => void {
  if (aim.kind === "with") return flagged(cardOf(aim.idea), "data-aim", say("group-drop-with"));
  if (aim.kind === "new") return flagged(document.querySelector(`[data-lane="${aim.lane}"] > .new-zone`), "data-aimed");
  const box = document.querySelector(aim.box === LOOSE ? "[data-loose]" : `[data-cluster="${CSS.escape(aim.box)}"]`);
  const unflag = flagged(box, "data-aimed");
  if (aim.height === 0) return unflag;
  const slot = document.createElement("li");
  slot.className = "slot";
  slot.ariaHidden = "true";
  slot.style.blockSize = `${aim.height}px`;
  const cards = box?.querySelector("[data-cards]");
  cards?.insertBefore(slot, aim.before === null ? null : cardOf(aim.before));
  return () => {
    slot.remove();
    unflag();
  };
}

function flagged(element: Element | null, name: string, value = ""): () => void {
  element?.setAttribute(name, value);
  return () => element?.removeAttribute(name);
}

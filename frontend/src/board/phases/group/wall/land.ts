/** Brings my own moved cards to rest: they slide from where they were, and the focus goes with them. */

import type { By } from "../by";

export function cardOf(idea: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-idea="${CSS.escape(idea)}"]`);
}

/** The control of a card that takes the focus. */
export function handleOf(card: Element | null): HTMLElement | null {
  return card?.querySelector<HTMLElement>("[data-handle]") ?? null;
}

/** Call before the change for where the cards are; call what it returns after it. A dragged card starts at its ghost. */
export function land(ideas: readonly string[], by: By, ghost?: DOMRect): () => void {
  const from = new Map(ideas.map((idea) => [idea, ghost ?? cardOf(idea)?.getBoundingClientRect()]));
  return () => void drawn().then(() => settleDown(ideas, from, by));
}

/** Scrolls to a card. What lay out of sight had a guessed height, so its place is only known once it is there. */
export function bringIntoSight(card: Element | null | undefined): void {
  const scroll = () => card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  scroll();
  void drawn().then(scroll).then(drawn).then(scroll);
}

/** Two frames: the signals change, Preact draws, the browser lays out. */
export async function drawn(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

function settleDown(ideas: readonly string[], from: Map<string, DOMRect | undefined>, by: By): void {
  const [first] = ideas;
  const card = first === undefined ? null : cardOf(first);
  if (by !== "drag") handleOf(card)?.focus({ preventScroll: true });
  if (by === "keys") bringIntoSight(card);
  for (const idea of ideas) {
    const moved = cardOf(idea);
    const was = from.get(idea);
    if (!moved) continue;
    moved.dataset.landed = "";
    setTimeout(() => delete moved.dataset.landed, 1400);
    if (!was || matchMedia("(prefers-reduced-motion: reduce)").matches) continue;
    const now = moved.getBoundingClientRect();
    const offset = `${was.left - now.left}px ${was.top - now.top}px`;
    moved.animate(
      { translate: [offset, "0 0"], zIndex: [2, 2] },
      { duration: 240, easing: "cubic-bezier(0.2, 0.7, 0.2, 1)" },
    );
  }
}

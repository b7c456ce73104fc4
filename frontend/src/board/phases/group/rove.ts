/** The keys of a card. Loaded with the first of them. */

import { nudge } from "./acts";
import { select } from "./choose";
import { bringIntoSight } from "./wall/land";
import { CARDS, STOP } from "./wall/roving";
import type { Wall } from "./wall/wall";

/** Frames after which a card that was out of sight has its buttons. */
const SOON = 20;

/** Up and down within the box, one column after the other; left and right to the column beside. */
export function rove(from: HTMLElement, key: string): void {
  const list = from.closest("[data-cards]");
  const card = from.closest("[data-idea]");
  if (!list || !card) return;
  const column = columnOf(card);
  const here = cardsOf(list);
  const at = here.indexOf(card);
  const within: Record<string, Element | undefined> = {
    ArrowUp: here[at - 1],
    ArrowDown: here[at + 1],
    Home: here[0],
    End: here.at(-1),
  };
  if (key in within) {
    go(within[key]);
    return;
  }
  const rtl = getComputedStyle(list).direction === "rtl";
  const step = (key === "ArrowRight") === rtl ? -1 : 1;
  const columns = [...document.querySelectorAll("[data-column]")].filter((one) => one.querySelector(CARDS));
  go(beside(card, list, columns[columns.indexOf(column) + step]));
}

/** Arrows lead from card to card; with Alt a card goes up or down in its group; "x" selects it. */
export function keyed(wall: Wall, idea: string, from: HTMLElement, { altKey, key, shiftKey }: KeyboardEvent): void {
  if (altKey) void nudge(wall, idea, key === "ArrowUp" ? -1 : 1);
  else if (key === "x") select(wall, idea, shiftKey);
  else rove(from, key);
}

/** In the same box the card that stands at the same height, in another one the card one was at. */
function beside(card: Element, list: Element, column: Element | undefined): Element | undefined {
  if (!column) return undefined;
  const cards = cardsOf(column);
  if (!list.contains(column))
    return column.closest("[data-cards]")?.querySelector(STOP)?.closest("[data-idea]") ?? cards[0];
  const { top } = card.getBoundingClientRect();
  const apart = (one: Element) => Math.abs(one.getBoundingClientRect().top - top);
  return cards.reduce((best, one) => (apart(one) < apart(best) ? one : best));
}

function columnOf(card: Element): Element {
  return card.closest("[data-column]") ?? (card.parentElement as Element);
}

function cardsOf(part: Element): Element[] {
  return [...part.querySelectorAll(CARDS)];
}

function go(card: Element | undefined, frames = SOON): void {
  if (!card) return;
  bringIntoSight(card);
  const handle = card.querySelector<HTMLElement>("[data-handle]");
  handle?.focus({ preventScroll: true });
  if (!handle && frames > 0) requestAnimationFrame(() => go(card, frames - 1));
}

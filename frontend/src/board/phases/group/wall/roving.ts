/** One tab stop a box, arrow keys from card to card: with 200 cards nobody wants to press Tab 200 times. */

import { bringIntoSight } from "./land";

const CARDS = "[data-idea]:not([data-missed])";
const HANDLES = `${CARDS} [data-handle]`;
const STOP = `${HANDLES}[tabindex="0"]`;

/** Frames after which a card that was out of sight has its buttons. */
const SOON = 20;

/** Sees to it that exactly one card of a box can be reached with Tab. */
export function oneStop(list: HTMLElement | null): void {
  if (!list) return;
  const [one, ...others] = list.querySelectorAll<HTMLElement>('[data-handle][tabindex="0"]');
  if (one?.matches(HANDLES) && others.length === 0) return;
  const stop = list.querySelector<HTMLElement>(STOP) ?? list.querySelector<HTMLElement>(HANDLES);
  if (stop) took(stop);
}

/** After other cards are shown than before. */
export function stopInEach(): void {
  for (const list of document.querySelectorAll<HTMLElement>("[data-cards]")) oneStop(list);
}

export function took(handle: HTMLElement): void {
  const list = handle.closest("ul");
  for (const other of list?.querySelectorAll<HTMLElement>("[data-handle]") ?? []) other.tabIndex = -1;
  handle.tabIndex = 0;
}

/** Up and down within the box, left and right to the box beside. Returns whether the key was one of these. */
export function rove(from: HTMLElement, key: string): boolean {
  const list = from.closest("ul");
  if (!list) return false;
  const here = [...list.querySelectorAll<HTMLElement>(CARDS)];
  const at = here.indexOf(from.closest("[data-idea]") as HTMLElement);
  const within: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: here.length - 1 };
  const to = within[key];
  if (to !== undefined) {
    go(here[to]);
    return true;
  }
  if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
  const rtl = getComputedStyle(list).direction === "rtl";
  const step = (key === "ArrowRight") === rtl ? -1 : 1;
  const lists = [...document.querySelectorAll<HTMLElement>("[data-cards]")].filter((one) => one.querySelector(CARDS));
  const beside = lists[lists.indexOf(list as HTMLElement) + step];
  const stop = beside?.querySelector<HTMLElement>(STOP)?.closest<HTMLElement>("[data-idea]");
  go(stop ?? beside?.querySelector<HTMLElement>(CARDS));
  return true;
}

function go(card: HTMLElement | null | undefined, frames = SOON): void {
  if (!card) return;
  bringIntoSight(card);
  const handle = card.querySelector<HTMLElement>("[data-handle]");
  handle?.focus({ preventScroll: true });
  if (!handle && frames > 0) requestAnimationFrame(() => go(card, frames - 1));
}

/** One tab stop a box, arrow keys from card to card: with 200 cards nobody wants to press Tab 200 times. */

import { bringIntoSight } from "./land";

const HANDLES = "[data-idea]:not([data-missed]) [data-handle]";

/** Sees to it that exactly one card of a box can be reached with Tab. */
export function oneStop(list: HTMLElement | null): void {
  if (!list) return;
  const handles = [...list.querySelectorAll<HTMLElement>(HANDLES)];
  if (handles.length === 0 || handles.some((one) => one.tabIndex === 0)) return;
  (handles[0] as HTMLElement).tabIndex = 0;
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
  const here = [...list.querySelectorAll<HTMLElement>(HANDLES)];
  const at = here.indexOf(from);
  const within: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: here.length - 1 };
  const to = within[key];
  if (to !== undefined) {
    go(here[to]);
    return true;
  }
  if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
  const rtl = getComputedStyle(list).direction === "rtl";
  const step = (key === "ArrowRight") === rtl ? -1 : 1;
  const lists = [...document.querySelectorAll<HTMLElement>("[data-cards]")].filter((one) => one.querySelector(HANDLES));
  const beside = lists[lists.indexOf(list as HTMLElement) + step];
  go(beside?.querySelector<HTMLElement>("[data-handle][tabindex='0']") ?? beside?.querySelector<HTMLElement>(HANDLES));
  return true;
}

function go(handle: HTMLElement | null | undefined): void {
  handle?.focus({ preventScroll: true });
  bringIntoSight(handle?.closest("[data-idea]"));
}

/** One tab stop a box, arrow keys from card to card: with 200 cards nobody wants to press Tab 200 times. */

export const CARDS = "[data-idea]:not([data-missed])";
const HANDLES = `${CARDS} [data-handle]`;
export const STOP = `${HANDLES}[tabindex="0"]`;

/** Sees to it that exactly one card of a box can be reached with Tab. */
export function oneStop(list: HTMLElement | null): void {
  const stop = list?.querySelector<HTMLElement>(STOP) ?? list?.querySelector<HTMLElement>(HANDLES);
  if (stop) took(stop);
}

/** After other cards are shown than before. */
export function stopInEach(): void {
  for (const list of document.querySelectorAll<HTMLElement>("[data-cards]")) oneStop(list);
}

export function took(handle: HTMLElement): void {
  const list = handle.closest("[data-cards]");
  for (const other of list?.querySelectorAll<HTMLElement>("[data-handle]") ?? []) other.tabIndex = -1;
  handle.tabIndex = 0;
}

/** Which row of the right margin is open, and whether the margin is, where it is a drawer. A page shows one session. */

import { signal } from "@preact/signals";

export type Row = "agenda" | "tasks" | "later" | "agreed" | "people" | "earlier";

export const opened = signal<Row | null>(null);

/** Below 1200 px the margin is a drawer. */
export const drawer = signal(false);

/** The row whose first field takes the focus once it is there, or what is asked. */
export const typing = signal<Row | "question" | null>(null);

let from: Element | null = null;

/** Opens the drawer where the margin is one, and remembers where the focus was. */
export function openDrawer(): void {
  from = document.activeElement;
  drawer.value = true;
}

/** Brings the focus to what is asked. */
export function openQuestion(): void {
  openDrawer();
  typing.value = "question";
}

export function openRow(row: Row, options: { readonly type: boolean } = { type: false }): void {
  openDrawer();
  opened.value = row;
  typing.value = options.type ? row : null;
}

/** Gives the focus back to what opened it. */
export function closeDrawer(): void {
  drawer.value = false;
  typing.value = null;
  if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
  from = null;
}

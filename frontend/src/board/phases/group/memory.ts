/** Columns outlive a reload of this tab, so that a group is found again where it stood. */

import type { Lanes } from "./lanes";

const key = (board: string, columns: number) => `columns:${board}:${columns}`;

export function remembered(board: string, columns: number): Lanes {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key(board, columns)) ?? "[]");
    const lists = Array.isArray(kept) ? kept.filter(Array.isArray) : [];
    return lists.map((lane: unknown[]) => lane.filter((id) => typeof id === "string"));
  } catch {
    return [];
  }
}

export function remember(board: string, lanes: Lanes): void {
  try {
    sessionStorage.setItem(key(board, lanes.length), JSON.stringify(lanes));
  } catch {
    // A browser that keeps nothing only forgets the columns at the next reload.
  }
}

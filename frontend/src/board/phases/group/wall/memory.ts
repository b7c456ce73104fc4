/** Columns outlive a reload of this tab, so that a group is found again where it stood. */

import { readStored, wallColumns, writeStored } from "../../../../browser-storage";
import type { Lanes } from "./lanes";

export function remembered(board: string, columns: number): Lanes {
  const kept = readStored(wallColumns(board, columns));
  const lists = Array.isArray(kept) ? kept.filter(Array.isArray) : [];
  return lists.map((lane: unknown[]) => lane.filter((id) => typeof id === "string"));
}

export function remember(board: string, lanes: Lanes): void {
  // A browser that stores nothing only forgets the columns at the next reload.
  writeStored(wallColumns(board, lanes.length), lanes);
}

/** Columns outlive a reload of this tab, so that a group is found again where it stood; the density outlives the tab. */

import { ofBoard, readStored, wallColumns, writeStored } from "../../../../browser-storage";
import { type Density, isDensity } from "../layout/density";
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

export function keptDensity(board: string): Density | null {
  const kept = readStored(ofBoard(board, "density"));
  return isDensity(kept) ? kept : null;
}

export function keepDensity(board: string, density: Density): void {
  writeStored(ofBoard(board, "density"), density);
}

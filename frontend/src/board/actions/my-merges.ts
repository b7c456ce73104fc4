/** Which merges were made in this browser. The record names nobody, so no other browser can know. */

import { ofBoard, readStored, writeStored } from "../../browser-storage";
import type { Merge } from "../engine/state";

const MOST = 500;

/** A merge is known by the group that it made, else by the one that it emptied, else by the idea that it moved. */
function keyOf(merge: Merge): string | undefined {
  return merge.created ? merge.into : (Object.keys(merge.clusters)[0] ?? Object.keys(merge.moved)[0]);
}

export function isMine(board: string): (merge: Merge) => boolean {
  const mine = new Set(kept(board));
  return (merge) => mine.has(keyOf(merge) ?? "");
}

/** Call with the group that is made or emptied, or the idea that alone is moved. */
export function keepAsMine(board: string, key: string): void {
  writeStored(ofBoard(board, "merges"), [...kept(board), key].slice(-MOST));
}

function kept(board: string): unknown[] {
  const found = readStored(ofBoard(board, "merges"));
  return Array.isArray(found) ? found : [];
}

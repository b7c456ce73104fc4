/** Cuts what is large, a paste into insertions and updates into frames, and merges what is small. */

import * as Y from "yjs";

/** The most code points that one insertion has. */
const PIECE = 8_000;
/** The updates that Yjs merges at once: with thousands it takes seconds, since the work grows with their square. */
const MERGE_AT_ONCE = 16;

/** The text in pieces of at most `most` code points; a surrogate pair is never divided. */
export function pieces(text: string, most = PIECE): string[] {
  const found: string[] = [];
  let start = 0;
  while (start < text.length) {
    let end = start;
    // A code point takes two code units at most, so a short rest needs no counting.
    if (text.length - start <= most) end = text.length;
    else for (let points = 0; points < most && end < text.length; points += 1) end += width(text, end);
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}

/**
 * Inserts a text of any length: each piece in a transaction and an update of its own, so that no update is too large for
 * a frame.
 */
export function insertPieces(text: Y.Text, index: number, inserted: string, origin: unknown): void {
  let at = index;
  for (const piece of pieces(inserted)) {
    text.doc?.transact(() => text.insert(at, piece), origin);
    at += piece.length;
  }
}

/** Groups neighbours that have at most `most` bytes together; one that is larger stays alone. */
export function batches<T extends { readonly update: Uint8Array }>(entries: readonly T[], most: number): T[][] {
  const found: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    size += entry.update.length;
    if (size > most) {
      found.push([]);
      size = entry.update.length;
    }
    found.at(-1)?.push(entry);
  }
  return found;
}

export function merged(entries: readonly { readonly update: Uint8Array }[]): Uint8Array<ArrayBuffer> {
  let updates = entries.map(({ update }) => update);
  do {
    const larger: Uint8Array[] = [];
    for (let at = 0; at < updates.length; at += MERGE_AT_ONCE) {
      larger.push(Y.mergeUpdates(updates.slice(at, at + MERGE_AT_ONCE)));
    }
    updates = larger;
  } while (updates.length > 1);
  return (updates[0] ?? Y.mergeUpdates([])) as Uint8Array<ArrayBuffer>;
}

export function codePoints(text: string): number {
  let points = 0;
  for (let at = 0; at < text.length; at += width(text, at)) points += 1;
  return points;
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

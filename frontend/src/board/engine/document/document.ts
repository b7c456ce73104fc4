/** The roots of the shared document, as `board/protocol/document.py` declares them. */

import type * as Y from "yjs";
import type { RootsOf, ShapesOf } from "../../../live/roots";
import type { BoardDocument } from "../../../protocol.generated";

export type RootName = keyof BoardDocument;

/** Those of `meta` have a shape for each key, which `Meta` tells. */
export type Shapes = ShapesOf<BoardDocument>;
export type Roots = RootsOf<BoardDocument>;

export function root<K extends RootName>(doc: Y.Doc, name: K): Y.Map<Shapes[K]> {
  return doc.getMap<Shapes[K]>(name);
}

/** By rank compared by code unit, ties by id. */
export function byRank(a: { rank: string; id: string }, b: { rank: string; id: string }): number {
  return compare(a.rank, b.rank) || compare(a.id, b.id);
}

/** Compares by code unit, as `<` compares strings, and not by locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

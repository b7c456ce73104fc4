/** The roots of the shared document, as `board/protocol/document.py` declares them. */

import * as Y from "yjs";
import { type BoardDocument, ROOTS } from "../protocol.generated";

export type RootName = keyof BoardDocument;

/** The values of each root. Those of `meta` have a shape for each key, which `Meta` tells. */
export type Shapes = { [K in RootName]: K extends "meta" ? unknown : BoardDocument[K][keyof BoardDocument[K]] };

export function root<K extends RootName>(doc: Y.Doc, name: K): Y.Map<Shapes[K]> {
  return doc.getMap<Shapes[K]>(name);
}

/** An empty replica. All roots are named at once, so that a root nobody wrote to yet reads as an empty map. */
export function replica(): Y.Doc {
  const doc = new Y.Doc();
  for (const name of ROOTS) root(doc, name);
  return doc;
}

/** By rank compared by code unit, ties by id. */
export function byRank(a: { rank: string; id: string }, b: { rank: string; id: string }): number {
  return compare(a.rank, b.rank) || compare(a.id, b.id);
}

/** Compares by code unit, as `<` compares strings, and not by locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The roots of the document as signals: plain maps, one signal each, all changes of one transaction at once.
 *
 * Whatever did not change keeps its identity, also when the whole document is replaced by that of a new epoch; so what
 * is drawn from it need not be drawn again.
 */

import { batch, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import * as Y from "yjs";

/** The values of each root of a document. Those of `meta` have a shape for each key. */
export type ShapesOf<Document> = {
  [K in keyof Document]: K extends "meta" ? unknown : Document[K][keyof Document[K]];
};

export type RootsOf<Document> = {
  readonly [K in keyof Document]: ReadonlySignal<ReadonlyMap<string, ShapesOf<Document>[K]>>;
};

/** An empty replica. All roots are named at once, so that a root nobody wrote to yet reads as an empty map. */
export function emptyDoc(roots: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  for (const name of roots) doc.getMap(name);
  return doc;
}

type AnyMap = ReadonlyMap<string, unknown>;

/** Follows the shown document; the returned function stops it. Until there is one, the roots are those of `served`. */
export function followRoots<Document>(
  shown: ReadonlySignal<Y.Doc | null>,
  roots: readonly (keyof Document & string)[],
  served?: Document,
): [RootsOf<Document>, () => void] {
  const first = (name: keyof Document): AnyMap => new Map(Object.entries(served?.[name] ?? {}));
  const signals = new Map<string, Signal<AnyMap>>(roots.map((name) => [name, signal(first(name))]));
  const stop = effect(() => {
    const doc = shown.value;
    if (doc === null) return;
    batch(() => {
      for (const [name, at] of signals) at.value = replaced(at.peek(), doc.getMap(name));
    });
    const changed = (transaction: Y.Transaction): void => {
      batch(() => {
        for (const [name, at] of signals) {
          const shared = doc.getMap(name);
          const keys = transaction.changed.get(shared as never);
          if (keys !== undefined) at.value = updated(at.peek(), shared, keys);
        }
      });
    };
    doc.on("afterTransaction", changed);
    return () => doc.off("afterTransaction", changed);
  });
  return [Object.fromEntries(signals) as RootsOf<Document>, stop];
}

function updated(before: AnyMap, shared: Y.Map<unknown>, keys: ReadonlySet<string | null>): AnyMap {
  return changedMap(before, keys as ReadonlySet<string>, (key) =>
    shared.has(key) ? kept(before.get(key), shared.get(key)) : undefined,
  );
}

/** From which map another was made, and by which keys it differs. */
const made = new WeakMap<AnyMap, { readonly from: AnyMap; readonly keys: readonly string[] }>();

/** The map with other values under some of the keys, undefined for none; the same map when all are as they were. */
export function changedMap<T>(
  before: ReadonlyMap<string, T>,
  keys: Iterable<string>,
  valueAt: (key: string) => T | undefined,
): ReadonlyMap<string, T> {
  const next = new Map(before);
  const others: string[] = [];
  for (const key of keys) {
    const value = valueAt(key);
    if (value === before.get(key)) continue;
    others.push(key);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  if (others.length === 0) return before;
  // Else the newest would keep all that ever were.
  made.delete(before);
  made.set(next, { from: before, keys: others });
  return next;
}

/** The keys whose values differ; not looked for where one map was made from the other. */
export function changed<T>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): readonly string[] {
  if (before === now) return [];
  const known = made.get(now);
  if (known?.from === before) return known.keys;
  const found: string[] = [];
  for (const [key, value] of now) if (before.get(key) !== value) found.push(key);
  if (before.size + found.length > now.size) for (const key of before.keys()) if (!now.has(key)) found.push(key);
  return found;
}

function replaced(before: AnyMap, shared: Y.Map<unknown>): AnyMap {
  const next = new Map<string, unknown>();
  let same = shared.size === before.size;
  for (const [key, value] of shared.entries()) {
    const old = before.get(key);
    const now = kept(old, value);
    next.set(key, now);
    if (now !== old) same = false;
  }
  return same ? before : next;
}

/** The old value when the new one is equal. */
export function kept<T>(before: T | undefined, now: T): T {
  return before !== undefined && alike(before, now) ? before : now;
}

function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b)) return false;
  return keys.every((key) => Object.hasOwn(b, key) && alike(a[key as keyof typeof a], b[key as keyof typeof b]));
}

/** Keeps the editor's document and the shared text equal. Both count UTF-16 code units. */

import { Annotation, type EditorState, type Text, type Transaction, type TransactionSpec } from "@codemirror/state";
import type * as Y from "yjs";
import { pieces, withinPair } from "./clean";

/** Marks a transaction that brings what already stands in the shared text. */
export const fromShared = Annotation.define<boolean>();

/** What one Yjs transaction inserts at most: each update is a frame of its own, and a frame has a limit. */
export const PIECE = 8_000;

/** As much of `EditorView` as the binding needs. */
export interface Host {
  readonly state: EditorState;
  dispatch(spec: TransactionSpec): void;
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export interface Binding {
  /** Carries transactions of the editor, in their order, into the shared text. Call it after the view has them. */
  share(transactions: readonly Transaction[]): void;
  close(): void;
}

/**
 * `origin` is the origin of every Yjs transaction made here. `undoing` says whether an origin is an undo or redo: then
 * the cursor goes to what changed, and the view scrolls there.
 */
export function bind(text: Y.Text, host: Host, origin: object, undoing: (origin: unknown) => boolean): Binding {
  const observed = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === origin) return;
    const changes = changesOf(event);
    const { doc } = host.state;
    const exact = changes && !changes.some(({ from, to }) => withinPair(doc, from) || withinPair(doc, to));
    const moves = undoing(transaction.origin);
    if (exact) bring(host, changes, moves);
    if (host.state.doc.length !== text.length || !exact)
      bring(host, difference(host.state.doc, text.toString()), moves);
  };
  text.observe(observed);
  return {
    share: (transactions) => {
      for (const one of transactions) if (one.docChanged && !one.annotation(fromShared)) write(text, one, origin);
    },
    close: () => text.unobserve(observed),
  };
}

function write(text: Y.Text, { changes }: Transaction, origin: object): void {
  const steps: { at: number; remove: number; insert: string }[] = [];
  // What stands before a change is changed already, so its place in the new document is where it goes.
  changes.iterChanges((fromA, toA, fromB, _toB, inserted) => {
    let at = fromB;
    let remove = toA - fromA;
    for (const insert of pieces(inserted.toString(), PIECE)) {
      steps.push({ at, remove, insert });
      at += insert.length;
      remove = 0;
    }
  });
  while (steps.length > 0) {
    let room = PIECE;
    const most = steps.findIndex(({ insert }) => {
      room -= insert.length;
      return room < 0;
    });
    const now = steps.splice(0, most < 0 ? steps.length : most);
    text.doc?.transact(() => {
      for (const { at, remove, insert } of now) {
        if (remove > 0) text.delete(at, remove);
        if (insert) text.insert(at, insert);
      }
    }, origin);
  }
}

function bring(host: Host, changes: readonly Change[], moves: boolean): void {
  const set = host.state.changes(changes);
  const last = changes.at(-1);
  const cursor = last && moves ? { selection: { anchor: set.mapPos(last.to, 1) }, scrollIntoView: true } : {};
  host.dispatch({ changes: set, annotations: fromShared.of(true), ...cursor });
}

/** The change as positions in the text before it; null if it holds something else than text. */
function changesOf(event: Y.YTextEvent): Change[] | null {
  const changes: Change[] = [];
  let at = 0;
  for (const { retain, insert, delete: removed } of event.delta) {
    if (retain) at += retain;
    else if (removed) {
      changes.push({ from: at, to: at + removed, insert: "" });
      at += removed;
    } else if (typeof insert === "string") changes.push({ from: at, to: at, insert });
    else return null;
  }
  return changes;
}

/** One change that makes a document what it should be. */
function difference(doc: Text, wanted: string): Change[] {
  const had = doc.toString();
  const most = Math.min(had.length, wanted.length);
  let start = 0;
  while (start < most && had[start] === wanted[start]) start += 1;
  let end = 0;
  while (end < most - start && had[had.length - 1 - end] === wanted[wanted.length - 1 - end]) end += 1;
  if (start === had.length && start === wanted.length) return [];
  return [{ from: start, to: had.length - end, insert: wanted.slice(start, wanted.length - end) }];
}

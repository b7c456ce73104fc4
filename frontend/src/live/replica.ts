/**
 * The replica of a live document, epoch by epoch.
 *
 * A new epoch is a new history: merging it into the old replica would double or lose things. So it is gathered in a
 * fresh one, while the old one stays on the screen until the new one is complete. The same after a restart of the
 * server, whose file may be an older one by then: what exists on this page alone must not be taken for the document.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import * as Y from "yjs";
import { emptyDoc } from "./roots";

export class Replica {
  /** The document to show; null until the first one is complete. */
  readonly shown: ReadonlySignal<Y.Doc | null>;
  readonly #shown: Signal<Y.Doc | null> = signal(null);
  #doc: Y.Doc;
  readonly #roots: readonly string[];
  #epoch: number | null = null;
  #run: string | undefined;
  /** What was on the screen when the server had been restarted. */
  #former: { readonly epoch: number; readonly had: Map<number, number> } | null = null;
  /** A request for the document is on its way; until its reply, a frame can only belong to the old document. */
  #asked = false;
  readonly #ask: (stateVector: Uint8Array) => void;
  readonly #setBack: () => void;

  /** `setBack` is called when the document turns out to be an earlier one than what was shown. */
  constructor(roots: readonly string[], ask: (stateVector: Uint8Array) => void, setBack: () => void = () => undefined) {
    this.#roots = roots;
    this.#doc = emptyDoc(roots);
    this.#ask = ask;
    this.#setBack = setBack;
    this.shown = this.#shown;
  }

  /** What is shown is of an earlier epoch or run than the one that was announced. */
  get renewing(): boolean {
    return this.#doc !== this.#shown.peek();
  }

  /** A notice named its epoch. The first notice of a connection always requests the missed changes. */
  announced(epoch: number, fresh: boolean, run?: string): void {
    if (epoch !== this.#epoch || run !== this.#run) {
      const shown = this.#shown.peek();
      if (run !== this.#run && shown !== null && this.#epoch !== null) {
        this.#former ??= { epoch: this.#epoch, had: Y.decodeStateVector(Y.encodeStateVector(shown)) };
      }
      this.#epoch = epoch;
      this.#run = run;
      this.#renew();
    } else if (!fresh) return;
    this.#question();
  }

  /** Requests missing changes although none seem to be missing: the reply proves that the server is alive. */
  probe(): void {
    if (this.#epoch !== null) this.#question();
  }

  /** The connection is gone: frames that arrive before the next notice belong to nothing. */
  lost(): void {
    this.#asked = true;
  }

  received(update: Uint8Array, whole: boolean): void {
    if (this.#epoch === null || (this.#asked && !whole)) return;
    this.#asked = false;
    const doc = this.#doc;
    try {
      Y.applyUpdate(doc, update);
    } catch {
      // A half-applied update cannot be taken back; the whole document can be asked for.
      this.#renew();
      this.#question();
      return;
    }
    // The first thing taken into a new replica is a whole document.
    if (this.#shown.peek() !== doc) {
      const former = this.#shown.peek();
      this.#shown.value = doc;
      former?.destroy();
      this.#compare(doc, this.#epoch);
    }
    // Yjs silently queues an update whose predecessors are missing. On one ordered connection, that means a loss.
    if (doc.store.pendingStructs !== null && !whole) this.#question();
  }

  close(): void {
    this.#doc.destroy();
    this.#shown.peek()?.destroy();
  }

  /** Within one epoch nothing is ever taken back from a history, so what is missing now was lost with a newer file. */
  #compare(doc: Y.Doc, epoch: number): void {
    const former = this.#former;
    this.#former = null;
    if (former === null || epoch > former.epoch) return;
    const has = Y.decodeStateVector(Y.encodeStateVector(doc));
    const lacks = [...former.had].some(([client, clock]) => (has.get(client) ?? 0) < clock);
    if (epoch < former.epoch || lacks) this.#setBack();
  }

  #renew(): void {
    if (this.#doc !== this.#shown.peek()) this.#doc.destroy();
    this.#doc = emptyDoc(this.#roots);
  }

  #question(): void {
    this.#asked = true;
    this.#ask(Y.encodeStateVector(this.#doc));
  }
}

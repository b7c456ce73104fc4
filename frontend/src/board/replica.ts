/**
 * The replica of the board's document, epoch by epoch.
 *
 * A new epoch is a new history: merging it into the old replica would double or lose things. So it is gathered in a
 * fresh one, while the old one stays on the screen until the new one is complete.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import * as Y from "yjs";
import { replica } from "./document";

export class Replica {
  /** The document to show; null until the first one is complete. */
  readonly shown: ReadonlySignal<Y.Doc | null>;
  readonly #shown: Signal<Y.Doc | null> = signal(null);
  #doc: Y.Doc = replica();
  #epoch: number | null = null;
  /** Our question is on its way; until its reply, a frame can only belong to what was before. */
  #asked = false;
  readonly #ask: (stateVector: Uint8Array) => void;

  constructor(ask: (stateVector: Uint8Array) => void) {
    this.#ask = ask;
    this.shown = this.#shown;
  }

  /** A notice named its epoch. The first notice of a connection always asks for what was missed. */
  announced(epoch: number, fresh: boolean): void {
    if (epoch !== this.#epoch) {
      this.#epoch = epoch;
      this.#renew();
    } else if (!fresh) return;
    this.#question();
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
    }
    // Yjs waits in silence for what an update builds on. On one ordered connection something was lost then.
    if (doc.store.pendingStructs !== null && !whole) this.#question();
  }

  close(): void {
    this.#doc.destroy();
    this.#shown.peek()?.destroy();
  }

  #renew(): void {
    if (this.#doc !== this.#shown.peek()) this.#doc.destroy();
    this.#doc = replica();
  }

  #question(): void {
    this.#asked = true;
    this.#ask(Y.encodeStateVector(this.#doc));
  }
}

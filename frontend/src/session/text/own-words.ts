/**
 * What a person inserted and the shared text does not have: shown as a block to copy, since two histories are never
 * merged, and kept in this browser until the person dismisses it.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { OWN_WORDS } from "../../browser-storage";
import type { Store } from "../../live/storage";

/** The blocks of this person, of all their tabs. */
export class OwnWords {
  /** All blocks as one; null when there are none. */
  readonly text: ReadonlySignal<string | null>;
  readonly #text: Signal<string | null> = signal(null);
  readonly #store: Store;
  readonly #start: string;

  constructor(store: Store, person: string) {
    this.#store = store;
    this.#start = `${OWN_WORDS}${person}/`;
    this.text = this.#text;
    store.watch(this.#start, () => this.#read());
    this.#read();
  }

  /** All words that a page of this tab, by its client id, wrote in an epoch and the text does not have. */
  keep(epoch: number, writer: number, words: string): void {
    const key = this.#key(epoch, writer);
    if (words === "") this.#store.remove(key);
    else this.#store.write(key, words);
    this.#read();
  }

  /** Words of pages that may be gone, by their client ids. If one is not, it replaces its block by all that it knows. */
  add(epoch: number, blocks: ReadonlyMap<number, string>): void {
    for (const [writer, words] of blocks) {
      const before = this.#store.read<string>(this.#key(epoch, writer)) ?? "";
      if (!before.includes(words)) this.keep(epoch, writer, before === "" ? words : `${before}\n${words}`);
    }
  }

  dismiss(): void {
    for (const key of this.#store.keys(this.#start)) this.#store.remove(key);
    this.#read();
  }

  #key(epoch: number, writer: number): string {
    return `${this.#start}${epoch}.${writer}`;
  }

  #read(): void {
    const blocks = this.#store.keys(this.#start).flatMap((key) => this.#store.read<string>(key) ?? []);
    this.#text.value = blocks.length > 0 ? blocks.join("\n") : null;
  }
}

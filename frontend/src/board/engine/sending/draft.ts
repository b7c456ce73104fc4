/**
 * What stands in the field and is not sent yet: kept at each key, the same in all tabs of this browser.
 *
 * It gets the id of its idea with its first key. However it is sent then, by Enter, by the end of the time, from two
 * tabs or all at once, it is one idea.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { DRAFT, PASTED } from "../../../browser-storage";
import { trimmed, unfit } from "../../../kit/text/rules";
import { newId, newSecret } from "../../../live/random";
import type { Store } from "../../../live/storage";
import { LIMITS } from "../../../protocol.generated";
import type { Answer } from "../types";
import type { Own, Seed } from "./own";

interface Kept extends Seed {
  readonly text: string;
}

/** An Enter so soon after the end of the time (ms) was meant for the text that has just been sent by itself. */
const SAME_MOMENT = 2_000;

export class Draft {
  readonly text: ReadonlySignal<string>;
  /** What is left of a pasted list: it was edited, or is more than one person can add. */
  readonly pasted: ReadonlySignal<readonly string[] | null>;
  readonly #text: Signal<string> = signal("");
  readonly #pasted: Signal<readonly string[] | null>;
  readonly #store: Store;
  readonly #own: Own;
  #seed: Seed | null = null;
  #sentByItself: { idea: string; at: number; answer: Promise<Answer> } | null = null;

  constructor(store: Store, own: Own) {
    this.#store = store;
    this.#own = own;
    this.text = this.#text;
    this.#read(store.read<Kept>(DRAFT));
    store.watch(DRAFT, () => this.#read(store.read<Kept>(DRAFT)));
    this.#pasted = signal(store.read<string[]>(PASTED));
    this.pasted = this.#pasted;
    store.watch(PASTED, (_, value) => {
      this.#pasted.value = value as string[] | null;
    });
  }

  /** Call at each key. */
  type(text: string): void {
    if (text === "") {
      this.clear();
      return;
    }
    this.#seed ??= { idea: newId(), secret: newSecret() };
    this.#text.value = text;
    this.#store.write(DRAFT, { ...this.#seed, text } satisfies Kept);
  }

  /** Enter: sends the text of the field and empties it. Too long or empty: refused, and the text stays. */
  send(): Promise<Answer> {
    const last = this.#sentByItself;
    if (last !== null && trimmed(this.#text.value) === "" && Date.now() - last.at < SAME_MOMENT) {
      this.#own.settle(last.idea);
      return last.answer;
    }
    return this.#send(false);
  }

  /** The time is up: sends a draft that can be sent, marked as sent without Enter. */
  timeUp(): void {
    const seed = this.#seed;
    if (seed === null || unfit(this.#text.value, LIMITS.idea) !== null) return;
    const answer = this.#send(true);
    this.#sentByItself = { idea: seed.idea, at: Date.now(), answer };
  }

  /** Keeps what is left of a pasted list until all of it is added or let go; null when it is. */
  keepPasted(lines: readonly string[] | null): void {
    this.#pasted.value = lines;
    if (lines === null) this.#store.remove(PASTED);
    else this.#store.write(PASTED, lines);
  }

  clear(): void {
    this.#seed = null;
    this.#text.value = "";
    this.#store.remove(DRAFT);
  }

  #send(unfinished: boolean): Promise<Answer> {
    const text = this.#text.value;
    const answer = this.#own.add(text, this.#seed ?? undefined, unfinished);
    if (unfit(text, LIMITS.idea) === null) this.clear();
    return answer;
  }

  #read(kept: Kept | null): void {
    // A tab that died between sending a draft and emptying the field: it is sent, so the field is empty.
    const open = kept !== null && !this.#own.has(kept.idea) ? kept : null;
    this.#seed = open === null ? null : { idea: open.idea, secret: open.secret };
    this.#text.value = open?.text ?? "";
  }
}

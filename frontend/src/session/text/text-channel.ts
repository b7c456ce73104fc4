/**
 * The page's end of the text channel: what the editor and the views see of the text that people write together.
 *
 * In each epoch, and after each refusal, there is a fresh replica. The one before stays on the screen until the text of
 * the fresh one is complete. Words that only it has become a block to copy: two histories are never merged.
 */

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type * as Y from "yjs";
import { pause } from "../../live/live-socket";
import { followPage } from "../../live/page-events";
import { kept } from "../../live/roots";
import { ENDINGS, type Ending } from "../endings";
import type { Cursor, OtherCursor } from "./cursors";
import { insertedCharacters, insertedInto, lostWords } from "./insertions";
import { OwnWords } from "./own-words";
import { type TextPlace, TextReplica } from "./text-replica";
import { type StoredPart, storedParts } from "./waiting";

export type TextStatus =
  /** Everything that this person typed is committed; the last of it at this time (ms). */
  | { readonly kind: "saved"; readonly at: number }
  | { readonly kind: "saving" }
  /** `characters`: how many code points this person inserted that are not committed. */
  | { readonly kind: "offline"; readonly characters: number };

/** Words that wait so long (ms) are not on their way, whatever the connection looks like. */
const STUCK = 15_000;
/** How soon (ms) a copy is kept of what is typed into a text that the server takes no more. */
const KEEP_AFTER = 300;

export class TextChannel {
  /** The document to edit; null until the text is complete. Another one takes its place in another epoch. */
  readonly doc: ReadonlySignal<Y.Doc | null>;
  readonly status: ReadonlySignal<TextStatus>;
  /** This person's words that the text does not have, as one block to copy; null when there are none. */
  readonly ownWords: ReadonlySignal<string | null>;
  readonly others: ReadonlySignal<readonly OtherCursor[]>;
  /** Why the text does not reconnect; null while it does. */
  readonly ending: ReadonlySignal<Ending | null>;

  readonly #place: TextPlace;
  readonly #epoch: ReadonlySignal<number>;
  readonly #words: OwnWords;
  /** The newest replica, which is connected. */
  readonly #current: Signal<TextReplica>;
  /** The one on the screen: an earlier one, until the newest is complete. */
  readonly #shown: Signal<TextReplica | null> = signal(null);
  /** The newest replica is the one on the screen. */
  readonly #settled = computed(() => this.#current.value === this.#shown.value);
  readonly #savedAt = signal(Date.now());
  /** Counts the seconds in which something waits. */
  readonly #second = signal(0);
  /** The characters that wait, counted once a second at most, while something changes. */
  #counted = { second: -1, version: -1, characters: 0 };
  #last: TextStatus | undefined;
  #connecting = false;
  /** The newest replica gets nothing more to the server. */
  #retired = false;
  /** What other pages stored, and the server refused from this one. */
  readonly #refused = new Set<string>();
  /** The server knows another epoch than the page, or refused an update: the pauses grow. */
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #keep: ReturnType<typeof setTimeout> | undefined;
  readonly #seconds = setInterval(() => this.#look(), 1000);
  readonly #stops: (() => void)[];

  /** `epoch`: the newest known `meta.text_epoch`. */
  constructor(place: TextPlace, epoch: ReadonlySignal<number>) {
    this.#place = place;
    this.#epoch = epoch;
    this.#words = new OwnWords(place.store, place.person);
    this.#current = signal(this.#replica());
    this.doc = computed(() => this.#shown.value?.doc ?? null);
    this.status = computed(() => {
      this.#last = kept(this.#last, this.#statusNow());
      return this.#last;
    });
    this.ownWords = this.#words.text;
    this.others = computed(() => (this.#settled.value ? this.#current.value.cursors.others.value : []));
    this.ending = computed(() => {
      const status = this.#current.value.socket.status.value;
      return Object.values(ENDINGS).find((ending) => ending === status) ?? null;
    });
    this.#stops = [
      epoch.subscribe((now) => {
        if (now !== this.#current.peek().epoch) this.#renew();
      }),
      followPage(place, {
        wake: () => this.#wake(),
        hide: () => this.#put((replica) => replica.hide()),
        rest: () => this.#put((replica) => replica.rest()),
        holdsOn: () => place.store.trouble.peek() && (this.#shown.peek()?.waiting.entries.length ?? 0) > 0,
      }),
    ];
  }

  connect(): void {
    this.#connecting = true;
    this.#current.peek().socket.connect();
  }

  /** Shows the others where this person's cursor is in `doc`; null: nowhere. */
  setCursor(cursor: Cursor | null): void {
    if (this.#settled.peek()) this.#current.peek().cursors.set(cursor);
  }

  dismissOwnWords(): void {
    this.#words.dismiss();
  }

  /** Lets go of socket, timers and listeners. What waits stays in this browser. */
  close(): void {
    for (const stop of this.#stops) stop();
    clearInterval(this.#seconds);
    clearTimeout(this.#retry);
    this.#put((replica) => replica.waiting.save());
    clearTimeout(this.#keep);
    this.#current.peek().close();
    this.#shown.peek()?.close();
  }

  #replica(): TextReplica {
    const replica: TextReplica = new TextReplica(this.#place, this.#epoch.peek(), this.#refused, {
      synced: (leftover) => this.#synced(replica, leftover),
      ended: (why) => this.#ended(why),
      committed: () => {
        this.#failures = 0;
        this.#savedAt.value = Date.now();
      },
    });
    return replica;
  }

  /** A fresh replica; what is on the screen stays there. */
  #renew(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#retire();
    const before = this.#current.peek();
    this.#current.value = this.#replica();
    this.#retired = false;
    if (before !== this.#shown.peek()) before.close();
    if (this.#connecting) this.#current.peek().socket.connect();
  }

  #ended(why: "epoch" | "refused"): void {
    if (why === "refused") for (const part of this.#current.peek().waiting.takenUp) this.#refused.add(part);
    this.#retire();
    if (why === "epoch" && this.#epoch.peek() === this.#current.peek().epoch) return;
    this.#retry ??= setTimeout(() => this.#renew(), pause(this.#failures, this.#place.random()));
    this.#failures += 1;
  }

  /** Nobody is to take up again what was typed into the newest replica: it is shown as own words. */
  #retire(): void {
    if (this.#retired) return;
    this.#retired = true;
    const replica = this.#current.peek();
    replica.disconnect();
    if (replica !== this.#shown.peek()) return;
    this.#keepWords(replica, "");
    replica.waiting.retire();
    replica.doc.on("update", () => {
      this.#keep ??= setTimeout(() => this.#keepWords(replica, ""), KEEP_AFTER);
    });
  }

  #synced(replica: TextReplica, leftover: readonly StoredPart[]): void {
    const former = this.#shown.peek();
    const now = replica.text;
    // Meanwhile another tab may have committed or shown some of it.
    const left = leftover.filter(({ key }) => this.#place.store.read(key) !== null);
    for (const epoch of new Set(left.map((part) => part.epoch))) {
      const parts = left.filter((part) => part.epoch === epoch);
      this.#words.add(epoch, lostWords(parts, now, null));
    }
    for (const { key } of left) this.#place.store.remove(key);
    if (former !== null) this.#keepWords(former, now);
    this.#shown.value = replica;
    former?.close();
  }

  #keepWords(replica: TextReplica, now: string): void {
    clearTimeout(this.#keep);
    this.#keep = undefined;
    this.#words.keep(replica.epoch, replica.writer, replica.lost(now));
  }

  #wake(): void {
    if (!this.#connecting) return;
    // The news of another epoch may be lost: asking once more helps, or brings the same answer.
    if (!this.#retired) this.#current.peek().socket.wake();
    else if (this.#retry === undefined) this.#renew();
    this.#look();
  }

  #put(away: (replica: TextReplica) => void): void {
    const [current, shown] = [this.#current.peek(), this.#shown.peek()];
    if (shown !== null && (this.#retired || shown !== current)) this.#keepWords(shown, "");
    away(current);
  }

  #look(): void {
    if (this.status.peek().kind !== "saved") this.#second.value += 1;
  }

  #statusNow(): TextStatus {
    const second = this.#second.value;
    const shown = this.#shown.value;
    const connection = this.#current.value.socket.status.value;
    const version = shown?.waiting.version.value ?? 0;
    const stuck = (shown?.waiting.unconfirmed[0]?.since ?? Number.POSITIVE_INFINITY) + STUCK <= Date.now();
    if (stuck || connection === "offline" || this.ending.value !== null) {
      if (this.#counted.second !== second && this.#counted.version !== version)
        this.#counted = { second, version, characters: this.#count(shown) };
      return { kind: "offline", characters: this.#counted.characters };
    }
    this.#counted = { second: -1, version: -1, characters: 0 };
    if (shown !== null && shown.waiting.entries.length > 0) return { kind: "saving" };
    return { kind: "saved", at: this.#savedAt.value };
  }

  /** Before the text is here, what an earlier page of this browser left is all that waits. */
  #count(shown: TextReplica | null): number {
    if (shown !== null) return insertedInto(shown.doc, shown.waiting.unconfirmed, shown.writer);
    return insertedCharacters(storedParts(this.#place.store, this.#place.person));
  }
}

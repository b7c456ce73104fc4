/**
 * What must reach the server and has not been answered yet: new ideas, own edits and withdrawals, the newest ballot and
 * the newest answer to the consent check.
 *
 * It survives the tab, the browser and the network. Everything is sent again after each reconnect until the server
 * answers; ids make that harmless. Each entry has a storage key of its own, in the order of sending, so tabs can add
 * while another one sends.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { OUTBOX } from "../../../browser-storage";
import { newId } from "../../../live/random";
import type { Store } from "../../../live/storage";
import { acquireTabLock, type Locks } from "../../../live/tab-lock";
import type { Command } from "../../../protocol.generated";
import { compare } from "../document/document";
import type { Answer, Request } from "../types";

export type Keepable = Extract<
  Command,
  { do: "add_idea" | "edit_idea" | "withdraw_idea" | "cast_ballot" | "answer_consent" }
>;

export interface Entry {
  readonly key: string;
  readonly request: Keepable & { id: string };
  /** It may have reached the server, so it cannot be taken out any more as if it had never been. */
  readonly tried: boolean;
  /** Set for the moment in which the other tabs read it. */
  readonly answer?: Answer;
}

/** How the outbox reaches the server, and whom it tells. */
export interface Post {
  live(): boolean;
  send(request: Request): boolean;
  /** Called once per entry, in the tab that got the answer, before the entry is gone. */
  answered(entry: Entry, answer: Answer): void;
}

/** So many at a time: the server slows down who sends sixty at once. */
const WINDOW = 20;
const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

export class Outbox {
  /** Unanswered entries in the order of sending. */
  readonly entries: ReadonlySignal<readonly Entry[]>;
  readonly #entries: Signal<readonly Entry[]> = signal([]);
  readonly #store: Store;
  readonly #post: Post;
  readonly #locks: Locks | null;
  readonly #lockName: string;
  readonly #random: () => number;
  readonly #waiters = new Map<string, ((answer: Answer) => void)[]>();
  /** Sent on this connection and not answered, by request id. */
  readonly #flying = new Map<string, string>();
  #unlock: (() => void) | null = null;
  #waiting = false;
  #retries = 0;
  #pausedUntil = 0;
  #later: ReturnType<typeof setTimeout> | undefined;
  /** A ballot or an answer that still changes under the hand is not sent before this time. */
  readonly #calmUntil = new Map<string, number>();

  constructor(store: Store, board: string, post: Post, locks: Locks | null, random: () => number = Math.random) {
    this.#store = store;
    this.#post = post;
    this.#locks = locks;
    this.#lockName = `shortlist/${board}/outbox`;
    this.#random = random;
    this.entries = this.#entries;
    this.#entries.value = this.#stored();
    store.watch(OUTBOX, (key, value) => this.#changedElsewhere(key, value as Entry | null));
  }

  /**
   * Keeps a command until it is answered. A ballot takes the place of an earlier one and waits `calm` ms for another; so
   * does an answer to the consent check.
   */
  put(command: Keepable, calm = 0): Promise<Answer> {
    const entry: Entry = { key: this.#nextKey(), request: { ...command, id: newId() }, tried: false };
    const waiters: ((answer: Answer) => void)[] = [];
    if (ideaOf(entry) === null) {
      this.#calmUntil.set(command.do, Date.now() + calm);
      for (const older of this.#entries.value) {
        if (older.request.do !== command.do) continue;
        waiters.push(...(this.#waiters.get(older.key) ?? []));
        this.#forget(older.key);
      }
    }
    const answer = new Promise<Answer>((resolve) => waiters.push(resolve));
    this.#waiters.set(entry.key, waiters);
    this.#keep(entry);
    this.kick();
    return answer;
  }

  /** Takes everything about an idea out again; only true while none of it can have left this browser. */
  recall(idea: string): boolean {
    const about = this.#entries.value.filter((entry) => ideaOf(entry) === idea);
    if (about.length === 0 || about.some((entry) => entry.tried)) return false;
    for (const entry of about) this.finish(entry, { id: entry.request.id, answer: "ok" });
    return true;
  }

  /** Sends what can be sent now, when it is this tab's turn. */
  kick(): void {
    if (!this.#post.live() || this.#entries.value.length === 0 || this.#waiting) return;
    if (this.#unlock !== null) {
      this.#pump();
      return;
    }
    this.#waiting = true;
    void acquireTabLock(this.#locks, this.#lockName).then((unlock) => {
      this.#waiting = false;
      this.#unlock = unlock;
      this.#pump();
    });
  }

  /** The page may be gone in a moment: nothing waits for a hand to rest any more. */
  hurry(): void {
    this.#calmUntil.clear();
    this.kick();
  }

  /** The page is left: returns the unanswered entries, only the first for each idea. */
  leave(post: (request: Request) => void): void {
    for (const entry of this.#first()) post(this.#tried(entry).request);
  }

  /** Takes an answer; false when it belongs to no entry of this outbox. */
  received(answer: Answer): boolean {
    const key = this.#flying.get(answer.id);
    if (key === undefined) return false;
    this.#flying.delete(answer.id);
    const entry = this.#entries.value.find((one) => one.key === key);
    if (answer.answer === "retry") this.#pause();
    else this.#retries = 0;
    if (entry !== undefined && answer.answer !== "retry") {
      this.#post.answered(entry, answer);
      this.finish(entry, answer);
    }
    this.#pump();
    return true;
  }

  /** The entry is finished: reports its result to the other tabs and removes it. */
  finish(entry: Entry, answer: Answer): void {
    this.#store.write(entry.key, { ...entry, answer });
    this.#forget(entry.key);
    this.#resolve(entry.key, answer);
  }

  /** The connection is gone and with it all answers. */
  lost(): void {
    this.#flying.clear();
    this.#release();
  }

  close(): void {
    clearTimeout(this.#later);
    this.#release();
  }

  #pump(): void {
    if (this.#unlock === null) return;
    if (!this.#post.live() || this.#entries.value.length === 0) {
      this.#release();
      return;
    }
    const now = Date.now();
    if (now < this.#pausedUntil) {
      this.#pumpAt(this.#pausedUntil);
      return;
    }
    for (const entry of this.#first()) {
      if (this.#flying.size >= WINDOW || this.#flying.has(entry.request.id)) continue;
      const calmUntil = this.#calmUntil.get(entry.request.do) ?? 0;
      if (now < calmUntil) {
        this.#pumpAt(calmUntil);
        continue;
      }
      if (!this.#post.send(this.#tried(entry).request)) return;
      this.#flying.set(entry.request.id, entry.key);
    }
  }

  /** What concerns one idea goes one after the other: an edit must not overtake its idea. */
  #first(): Entry[] {
    const seen = new Set<string>();
    return this.#entries.value.filter((entry) => {
      const about = ideaOf(entry) ?? entry.request.do;
      return !seen.has(about) && seen.add(about);
    });
  }

  /** Written down before it leaves: after a crash it counts as tried. */
  #tried(entry: Entry): Entry {
    const tried = { ...entry, tried: true };
    if (!entry.tried) this.#keep(tried);
    return tried;
  }

  #pumpAt(time: number): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.kick(), Math.max(0, time - Date.now()));
  }

  /** The server could not store: retries with growing pauses and jitter. */
  #pause(): void {
    const longest = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** (this.#retries + 1));
    this.#retries += 1;
    this.#pausedUntil = Date.now() + SHORTEST_PAUSE + this.#random() * (longest - SHORTEST_PAUSE);
  }

  #release(): void {
    this.#unlock?.();
    this.#unlock = null;
  }

  #keep(entry: Entry): void {
    this.#store.write(entry.key, entry);
    const others = this.#entries.value.filter((one) => one.key !== entry.key);
    this.#entries.value = [...others, entry].sort((a, b) => compare(a.key, b.key));
  }

  #forget(key: string): void {
    this.#store.remove(key);
    this.#entries.value = this.#entries.value.filter((entry) => entry.key !== key);
  }

  #resolve(key: string, answer: Answer): void {
    for (const waiter of this.#waiters.get(key) ?? []) waiter(answer);
    this.#waiters.delete(key);
  }

  #changedElsewhere(key: string | null, value: Entry | null): void {
    if (key === null) {
      // The storage was emptied under us. What this tab still knows is not lost.
      for (const entry of this.#entries.value) this.#store.write(entry.key, entry);
      return;
    }
    if (value?.answer !== undefined) this.#resolve(key, value.answer);
    // Gone without an answer that we saw: an entry only goes when it was answered or when a newer one took its place.
    else if (value === null) this.#resolve(key, { id: "", answer: "ok" });
    this.#entries.value = this.#stored();
    this.kick();
  }

  #stored(): Entry[] {
    const entries = this.#store.keys(OUTBOX).map((key) => this.#store.read<Entry>(key));
    return entries.filter((entry): entry is Entry => entry !== null && entry.answer === undefined);
  }

  /** Behind everything kept so far, also when the computer's clock was set back. */
  #nextKey(): string {
    const last = this.#entries.value.at(-1)?.key.slice(OUTBOX.length, OUTBOX.length + 15) ?? "0";
    const order = Math.max(Date.now() * 10, Number(last) + 1);
    return `${OUTBOX}${String(order).padStart(15, "0")}-${newId().slice(0, 8)}`;
  }
}

export function ideaOf(entry: Entry): string | null {
  return "idea" in entry.request ? entry.request.idea : null;
}

/**
 * A person's updates that the server has not committed yet, in order, and their copy in this browser.
 *
 * The copy is for whoever opens the text next: the same page after a reload or a crash, or another tab. A stored part
 * never changes, so whoever knows that its content is committed may remove it, whichever tab wrote it. Taking a part up
 * in two tabs is harmless, since an update of Yjs that is applied again changes nothing.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import * as Y from "yjs";
import { UNCOMMITTED } from "../../browser-storage";
import type { Store } from "../../live/storage";
import { batches, merged } from "./pieces";

/** An update, and what became of it. */
export interface Uncommitted {
  readonly update: Uint8Array;
  /** When it was typed or taken up (ms). */
  readonly since: number;
  /** The number of the frame that carried it on this connection; 0 before it is sent. */
  frame: number;
  /** The server has counted that frame, though perhaps not all before it. */
  confirmed: boolean;
  /** The stored part that contains it. */
  part: string | null;
}

/** What is committed sooner (ms) is never stored. */
const SAVE_AFTER = 300;
/** The number of small parts that become one. */
const MERGE = 16;
/** The most bytes of a stored part, unless it is one update. It has to fit into a frame later. */
const LARGEST_PART = 128 * 1024;

export class Waiting {
  /** Changes with everything that a view of it may show. */
  readonly version: ReadonlySignal<number>;
  readonly #version: Signal<number> = signal(0);
  #entries: Uncommitted[] = [];
  readonly #store: Store;
  readonly #prefix: string;
  #parts = 0;
  /** The newest parts of this page, until they are merged. */
  #small: string[] = [];
  #retired = false;
  #save: ReturnType<typeof setTimeout> | undefined;

  /** `writer`: the Yjs client id of this page, which no other page has. */
  constructor(store: Store, person: string, epoch: number, writer: number) {
    this.#store = store;
    this.#prefix = `${UNCOMMITTED}${person}/${epoch}/${writer}.`;
    this.version = this.#version;
  }

  get entries(): readonly Uncommitted[] {
    return this.#entries;
  }

  get unsent(): readonly Uncommitted[] {
    return this.#entries.filter(({ frame }) => frame === 0);
  }

  /** Not committed as far as the server has said. */
  get unconfirmed(): readonly Uncommitted[] {
    return this.#entries.filter(({ confirmed }) => !confirmed);
  }

  /** The person typed. */
  add(update: Uint8Array): void {
    this.#push(update, null);
    if (!this.#retired) this.#save ??= setTimeout(() => this.save(), SAVE_AFTER);
  }

  /** A part that was stored by an earlier page or another tab. */
  takeUp({ key, update }: StoredPart): void {
    this.#push(update, key);
  }

  sent(entries: readonly Uncommitted[], frame: number): void {
    for (const entry of entries) entry.frame = frame;
  }

  /** The server has counted this number of frames. */
  confirm(frames: number): void {
    for (const entry of this.#entries) if (entry.frame > 0 && entry.frame <= frames) entry.confirmed = true;
    this.#changed();
  }

  /** These are committed, or shown to the person in another way: neither the page nor the browser keeps them. */
  release(entries: readonly Uncommitted[]): void {
    const gone = new Set(entries);
    this.#entries = this.#entries.filter((entry) => !gone.has(entry));
    const used = new Set(this.#entries.map(({ part }) => part));
    for (const part of new Set(entries.map(({ part }) => part))) {
      if (part !== null && !used.has(part)) this.#remove(part);
    }
    if (this.#entries.length === 0) this.#unschedule();
    this.#changed();
  }

  /** The connection is gone: everything has to be sent again. */
  lost(): void {
    for (const entry of this.#entries) entry.frame = 0;
  }

  /** Stores what is not stored yet. */
  save(): void {
    this.#unschedule();
    if (this.#retired) return;
    const unsaved = this.#entries.filter(({ part }) => part === null);
    for (const batch of batches(unsaved, LARGEST_PART)) this.#write(batch);
    if (this.#small.length >= MERGE) this.#merge();
  }

  /** What other pages stored and this one took up. */
  get takenUp(): readonly string[] {
    return this.#entries.flatMap(({ part }) => (part === null || part.startsWith(this.#prefix) ? [] : part));
  }

  /** Nobody is to take up what was typed on this page: the page keeps it, the browser does not. */
  retire(): void {
    this.close();
    for (const { part } of this.#entries) if (part?.startsWith(this.#prefix)) this.#store.remove(part);
  }

  /** The page lets go of them; the browser keeps what it has stored. */
  close(): void {
    this.#retired = true;
    this.#unschedule();
  }

  /** Written before the old parts are removed, so that a crash in between only leaves the same words twice. */
  #merge(): void {
    const small = new Set(this.#small);
    this.#small = [];
    const entries = this.#entries.filter(({ part }) => part !== null && small.has(part));
    for (const batch of batches(entries, LARGEST_PART)) this.#write(batch);
    this.#small = [];
    for (const part of small) this.#store.remove(part);
  }

  #write(entries: readonly Uncommitted[]): void {
    this.#parts += 1;
    const part = `${this.#prefix}${String(this.#parts).padStart(6, "0")}`;
    this.#store.write(part, toBase64(merged(entries)));
    for (const entry of entries) entry.part = part;
    this.#small.push(part);
  }

  #remove(part: string): void {
    this.#store.remove(part);
    this.#small = this.#small.filter((one) => one !== part);
  }

  #push(update: Uint8Array, part: string | null): void {
    this.#entries.push({ update, since: Date.now(), frame: 0, confirmed: false, part });
    this.#changed();
  }

  #unschedule(): void {
    clearTimeout(this.#save);
    this.#save = undefined;
  }

  #changed(): void {
    this.#version.value += 1;
  }
}

export interface StoredPart {
  readonly key: string;
  readonly epoch: number;
  readonly update: Uint8Array;
}

/** What pages of this person stored and did not see committed, in all epochs. */
export function storedParts(store: Store, person: string): StoredPart[] {
  const start = `${UNCOMMITTED}${person}/`;
  return store.keys(start).flatMap((key) => {
    const kept = store.read(key);
    const epoch = Number(key.slice(start.length).split("/")[0]);
    const update = typeof kept === "string" ? fromBase64(kept) : null;
    return update === null || !readable(update) ? [] : [{ key, epoch, update }];
  });
}

function readable(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  // A function takes some ten thousand arguments at most.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

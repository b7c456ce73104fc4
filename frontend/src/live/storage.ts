/**
 * What this browser keeps of one document (`browser-storage.ts` lists the keys).
 *
 * Each thing has a key of its own, so that two tabs never overwrite each other's. Where the storage is forbidden or full,
 * things live in memory: everything goes on working in this tab, and `trouble` is true.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";

export class Store {
  /** Something lives in memory only and would be gone with this tab. */
  readonly trouble: ReadonlySignal<boolean>;
  readonly #trouble: Signal<boolean>;
  readonly #area: Storage | null;
  readonly #prefix: string;
  /** What could not be stored; null is a removal that could not be made. */
  readonly #memory = new Map<string, string | null>();
  readonly #listeners = new Set<(key: string | null, value: unknown) => void>();
  readonly #target: EventTarget;

  /** `target` is the window that gets the storage events. */
  constructor(area: Storage | null, prefix: string, target: EventTarget) {
    this.#area = area;
    this.#prefix = prefix;
    this.#trouble = signal(area === null);
    this.trouble = this.#trouble;
    this.#target = target;
    target.addEventListener("storage", this.#heard);
  }

  close(): void {
    this.#target.removeEventListener("storage", this.#heard);
    this.#listeners.clear();
  }

  read<T>(key: string): T | null {
    const kept = this.#memory.get(key);
    if (kept === null) return null;
    try {
      return parsed(kept ?? this.#area?.getItem(this.#prefix + key) ?? null) as T | null;
    } catch {
      return null;
    }
  }

  /** Stores a value; false when it lives in this tab's memory only. */
  write(key: string, value: unknown): boolean {
    const text = JSON.stringify(value);
    const stored = this.#put(key, text);
    if (stored) this.#memory.delete(key);
    else this.#memory.set(key, text);
    this.#settle();
    return stored;
  }

  remove(key: string): void {
    this.#memory.delete(key);
    if (!this.#put(key, null)) this.#memory.set(key, null);
    this.#settle();
  }

  /** All keys that begin with `start`, in order. */
  keys(start: string): string[] {
    const found = new Set<string>();
    try {
      for (let at = 0; at < (this.#area?.length ?? 0); at += 1) {
        const key = this.#area?.key(at);
        if (key?.startsWith(this.#prefix + start)) found.add(key.slice(this.#prefix.length));
      }
    } catch {
      // A forbidden storage: what there is, is in memory.
    }
    for (const [key, text] of this.#memory) {
      if (text === null) found.delete(key);
      else if (key.startsWith(start)) found.add(key);
    }
    return [...found].sort();
  }

  /**
   * Calls `then` when another tab changed something under `start`, with what it wrote: by now the key may hold something
   * else again. A null key means that the whole storage was cleared; a null value that the key was removed.
   */
  watch(start: string, then: (key: string | null, value: unknown) => void): void {
    this.#listeners.add((key, value) => {
      if (key === null || key.startsWith(start)) then(key, value);
    });
  }

  #put(key: string, text: string | null): boolean {
    try {
      if (this.#area === null) return text === null;
      if (text === null) this.#area.removeItem(this.#prefix + key);
      else this.#area.setItem(this.#prefix + key, text);
      return true;
    } catch {
      return false;
    }
  }

  /** There may be room again: tries to store what lives in memory, and says whether anything still does. */
  #settle(): void {
    for (const [key, text] of this.#memory) if (this.#put(key, text)) this.#memory.delete(key);
    this.#trouble.value = this.#area === null || this.#memory.size > 0;
  }

  readonly #heard = (event: Event): void => {
    const { key, newValue, storageArea } = event as StorageEvent;
    if (storageArea && storageArea !== this.#area) return;
    if (key !== null && !key.startsWith(this.#prefix)) return;
    const own = key === null ? null : key.slice(this.#prefix.length);
    const value = parsed(newValue);
    for (const listener of this.#listeners) listener(own, value);
  };
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

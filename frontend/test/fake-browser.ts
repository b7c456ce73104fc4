/** Fake browsers for the tests of the engine: tabs that share a storage and a lock. */

import type { Browser } from "../src/board/engine/engine";
import type { Locks } from "../src/live/tab-lock";
import type { Server } from "./fake-server";

/** One browser's local storage: the other tabs get an event for what one writes. */
export class Disk {
  readonly #values = new Map<string, string>();
  readonly #tabs = new Set<EventTarget>();
  full = false;
  /** The other tabs get no events yet. */
  deaf = false;

  seenFrom(tab: EventTarget): Storage {
    this.#tabs.add(tab);
    const values = this.#values;
    const notify = (key: string, newValue: string | null): void => {
      for (const other of this.#tabs) {
        if (other !== tab && !this.deaf) other.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
      }
    };
    const disk = this;
    return {
      get length() {
        return values.size;
      },
      key: (at) => [...values.keys()][at] ?? null,
      getItem: (key) => values.get(key) ?? null,
      setItem(key, value) {
        if (disk.full) throw new DOMException("full", "QuotaExceededError");
        values.set(key, value);
        notify(key, value);
      },
      removeItem(key) {
        if (values.delete(key)) notify(key, null);
      },
      clear: () => values.clear(),
    };
  }

  get text(): string {
    return JSON.stringify([...this.#values]);
  }
}

/** The locks of one browser, granted in the order of the requests. */
export class Turnstile {
  #last: Promise<unknown> = Promise.resolve();

  get locks(): Locks {
    const request = (_: string, options: LockOptions, held: () => Promise<unknown>): Promise<unknown> => {
      const signal = options.signal;
      const turn = this.#last.then(() => (signal?.aborted ? Promise.reject(signal.reason) : held()));
      this.#last = turn.catch(() => undefined);
      const refusal = new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
      return Promise.race([turn, refusal]);
    };
    return { request } as unknown as Locks;
  }
}

export interface Tab extends Browser {
  readonly window: EventTarget;
  readonly page: EventTarget & { visibilityState: DocumentVisibilityState };
  inField: boolean;
  reloads: number;
}

export function aTab(server: Server, disk = new Disk(), changes: Partial<Browser> = {}): Tab {
  const window = new EventTarget();
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
  return {
    storage: disk.seenFrom(window),
    locks: null,
    origin: "ws://board.test",
    open: server.connect,
    post: () => Promise.reject(new TypeError("no network")),
    random: () => 0.5,
    inField: false,
    reloads: 0,
    typing() {
      return this.inField;
    },
    reload() {
      this.reloads += 1;
    },
    ...changes,
    window,
    page,
  };
}

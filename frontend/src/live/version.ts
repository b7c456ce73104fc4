/**
 * Reloads the page when the server is newer, but never under somebody's hands.
 *
 * The page reloads when a stage of the work changes, and only while nothing waits to be sent and nobody types. Otherwise
 * a notice offers the reload and the person chooses the moment. Another build with the same protocol causes no
 * reload, unless the server no longer has a part of this page.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { RELOADED } from "../browser-storage";
import type { Store } from "./storage";

/** Two reloads in this time (ms) for one version would be a loop: something still serves the old page. */
const ONCE_IN = 10 * 60_000;
/** The time (ms) after a change of stage in which a page may reload; later people are at work again. */
const BETWEEN = 3_000;
const LOOK_EVERY = 500;

/** What a server or a page was built as. */
export interface Built {
  /** The version of the protocol between browser and server. */
  readonly protocol: number;
  readonly build: string;
}

export interface Busy {
  /** Something waits to be sent, or somebody types. */
  busy(): boolean;
  reload(): void;
}

export class Version {
  readonly newer: ReadonlySignal<boolean>;
  readonly #newer: Signal<boolean> = signal(false);
  readonly #store: Store;
  readonly #own: Built;
  readonly #page: Busy;
  #stage: string | null = null;
  #changedAt = Number.NEGATIVE_INFINITY;
  /** What the server named last; null before the first notice. */
  #server: Built | null = null;
  #missing = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, own: Built, page: Busy) {
    this.#store = store;
    this.#own = own;
    this.#page = page;
    this.newer = this.#newer;
  }

  /** The server speaks another protocol version than this page. */
  get foreign(): boolean {
    return this.#server !== null && this.#server.protocol !== this.#own.protocol;
  }

  /** The server named its version, and the stage of the work. */
  heard({ protocol, build }: Built, stage: string): void {
    if (this.#stage !== null && this.#stage !== stage) this.#changedAt = Date.now();
    this.#stage = stage;
    this.#server = { protocol, build };
    this.#look();
  }

  /** A part of this page could not be loaded: the network broke, or the server has another build with other files. */
  missing(): void {
    this.#missing = true;
    // The part is needed for what comes now, so this is a moment between two stages.
    this.#changedAt = Date.now();
    this.#look();
  }

  close(): void {
    clearTimeout(this.#again);
  }

  #look(): void {
    clearTimeout(this.#again);
    const replaced = this.#missing && this.#server !== null && this.#server.build !== this.#own.build;
    this.#newer.value = this.foreign || replaced;
    if (!this.#newer.value || Date.now() - this.#changedAt > BETWEEN || this.#tried()) return;
    if (this.#page.busy()) {
      this.#again = setTimeout(() => this.#look(), LOOK_EVERY);
      return;
    }
    this.#store.write(RELOADED, { version: this.#version, at: Date.now() });
    this.#page.reload();
  }

  /** The version that the page would reload for. */
  get #version(): string | undefined {
    return this.foreign ? String(this.#server?.protocol) : this.#server?.build;
  }

  #tried(): boolean {
    const last = this.#store.read<{ version: string; at: number }>(RELOADED);
    return last !== null && last.version === this.#version && Date.now() - last.at < ONCE_IN;
  }
}

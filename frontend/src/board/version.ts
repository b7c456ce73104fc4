/**
 * A newer server than this page: the page loads itself again, but never under somebody's hands.
 *
 * It does so when a phase changes, and only while nothing waits to be sent and nothing is being typed. Otherwise a calm
 * line says so and the person chooses the moment.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Store } from "./storage";
import { type Notice, PROTOCOL } from "./types";

const KEY = "reloaded";
/** Two reloads in this time (ms) for one version would be a circle: something serves us the old page. */
const ONCE_IN = 10 * 60_000;

export interface Busy {
  /** Something waits to be sent or is being typed. */
  busy(): boolean;
  reload(): void;
}

export class Version {
  readonly newer: ReadonlySignal<boolean>;
  readonly #newer: Signal<boolean> = signal(false);
  readonly #store: Store;
  readonly #page: Busy;
  #phase: string | null = null;

  constructor(store: Store, page: Busy) {
    this.#store = store;
    this.#page = page;
    this.newer = this.#newer;
  }

  heard({ protocol, phase }: Notice): void {
    const between = this.#phase !== null && this.#phase !== phase;
    this.#phase = phase;
    this.#newer.value = protocol !== PROTOCOL;
    if (!this.#newer.value || !between || this.#page.busy() || this.#tried(protocol)) return;
    this.#store.write(KEY, { protocol, at: Date.now() });
    this.#page.reload();
  }

  #tried(protocol: number): boolean {
    const last = this.#store.read<{ protocol: number; at: number }>(KEY);
    return last?.protocol === protocol && Date.now() - last.at < ONCE_IN;
  }
}

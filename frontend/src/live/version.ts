/**
 * A newer server than this page: the page loads itself again, but never under somebody's hands.
 *
 * It does so when a phase changes, and only while nothing waits to be sent and nothing is being typed. Otherwise a calm
 * line says so and the person chooses the moment. Another build of the same protocol is no reason: only when a part of
 * this page is missing on the server now.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { PROTOCOL } from "../board/protocol";
import type { Notice } from "../board/types";
import type { Store } from "./storage";

/** The event of a window in which a part that somebody waits for could not be loaded. */
export const PART_MISSING = "partmissing";

const KEY = "reloaded";
/** Two reloads in this time (ms) for one version would be a circle: something serves us the old page. */
const ONCE_IN = 10 * 60_000;
/** So long (ms) after a phase changed, what was sent at its end may still be on its way; then people are at work again. */
const BETWEEN = 3_000;
const LOOK_EVERY = 500;

export interface Busy {
  /** Something waits to be sent or is being typed. */
  busy(): boolean;
  reload(): void;
}

export class Version {
  readonly newer: ReadonlySignal<boolean>;
  readonly #newer: Signal<boolean> = signal(false);
  readonly #store: Store;
  readonly #build: string;
  readonly #page: Busy;
  #phase: string | null = null;
  #changedAt = Number.NEGATIVE_INFINITY;
  /** What the server said last of itself. */
  #theirs = { protocol: PROTOCOL, build: "" };
  #missing = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  /** `build`: of the page. */
  constructor(store: Store, build: string, page: Busy) {
    this.#store = store;
    this.#build = build;
    this.#page = page;
    this.newer = this.#newer;
  }

  /** The server speaks another version than this page. */
  get foreign(): boolean {
    return this.#theirs.protocol !== PROTOCOL;
  }

  heard({ protocol, build, phase }: Notice): void {
    if (this.#phase !== null && this.#phase !== phase) this.#changedAt = Date.now();
    this.#phase = phase;
    this.#theirs = { protocol, build };
    this.#look();
  }

  /** A part of this page could not be loaded: the network broke, or the server was built anew and has others. */
  missing(): void {
    this.#missing = true;
    // It is wanted for what comes now, so this is a moment between two phases.
    this.#changedAt = Date.now();
    this.#look();
  }

  close(): void {
    clearTimeout(this.#again);
  }

  #look(): void {
    clearTimeout(this.#again);
    const parts = this.#missing && this.#theirs.build !== "" && this.#theirs.build !== this.#build;
    this.#newer.value = this.foreign || parts;
    if (!this.#newer.value || Date.now() - this.#changedAt > BETWEEN || this.#tried()) return;
    if (this.#page.busy()) {
      this.#again = setTimeout(() => this.#look(), LOOK_EVERY);
      return;
    }
    this.#store.write(KEY, { version: this.#version, at: Date.now() });
    this.#page.reload();
  }

  get #version(): string {
    return this.foreign ? String(this.#theirs.protocol) : this.#theirs.build;
  }

  #tried(): boolean {
    const last = this.#store.read<{ version: string; at: number }>(KEY);
    return last?.version === this.#version && Date.now() - last.at < ONCE_IN;
  }
}

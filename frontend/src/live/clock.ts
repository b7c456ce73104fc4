/**
 * The server's clock as seen from here, and the countdown drawn from it.
 *
 * A computer's own clock may be minutes off, so only the server's is believed. A notice carries the server's time when
 * it left: what it says minus our time on arrival is the offset less the time it travelled. The greatest of the last
 * few such differences travelled fastest; half of the shortest round trip seen is added for its way.
 */

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Notice } from "../board/types";

export interface Clock {
  /** Unix seconds by the server's clock. */
  serverNow(): number;
  /** Whole seconds left on the timer, negative in overtime; null without one. Paused: stands still. */
  readonly remaining: ReadonlySignal<number | null>;
  /** The timer has run out, or the end was announced and is under way. */
  readonly over: ReadonlySignal<boolean>;
}

/** How many notices count: about five quiet minutes, short enough that a drifting clock is followed. */
const SAMPLES = 20;
/** Our clock was set, or the computer slept, when it and the steady counter disagree by this much (seconds). */
const JUMP = 1;
/** A round trip before any was measured (seconds). */
const GUESS = 0.1;
/** Beyond this a "round trip" is a busy server, not a long way (seconds). */
const LONGEST_TRIP = 2;

export class ServerClock {
  #samples: number[] = [];
  #trip = GUESS;
  #measured = false;
  #offset = 0;
  /** Our clock minus the steady counter, to notice that somebody set the clock. */
  #base = wall() - steady();

  serverNow(): number {
    return wall() + this.#offset;
  }

  /**
   * A notice or answer said what time it was; it arrived `ago` seconds ago. `fresh`: the first on its connection, so what
   * was known before is forgotten.
   */
  heard(now: number, fresh = false, ago = 0): void {
    const base = wall() - steady();
    if (fresh || Math.abs(base - this.#base) > JUMP) this.#samples = [];
    this.#base = base;
    this.#samples.push(now + ago - wall());
    if (this.#samples.length > SAMPLES) this.#samples.shift();
    this.#set();
  }

  /** Something was asked and answered in so many seconds. */
  roundTrip(seconds: number): void {
    if (seconds < 0 || seconds > LONGEST_TRIP) return;
    if (this.#measured && seconds >= this.#trip) return;
    this.#trip = seconds;
    this.#measured = true;
    this.#set();
  }

  #set(): void {
    if (this.#samples.length > 0) this.#offset = Math.max(...this.#samples) + this.#trip / 2;
  }
}

/** Counts the timer down; wakes up once a second, exactly when the number changes. `touch` makes it look again now. */
export function countdown(
  server: ServerClock,
  timer: ReadonlySignal<Pick<Notice, "deadline" | "left" | "closing">>,
): Clock & { touch(): void; stop(): void } {
  const exact: Signal<number | null> = signal(null);
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const touch = (): void => {
    clearTimeout(waiting);
    const { deadline, left } = timer.peek();
    if (deadline === null) {
      exact.value = left;
      return;
    }
    const rest = deadline - server.serverNow();
    exact.value = rest;
    // A little past the change, so that rounding never shows the same second twice.
    waiting = setTimeout(touch, (rest - Math.ceil(rest) + 1) * 1000 + 5);
  };

  const unsubscribe = timer.subscribe(touch);
  return {
    serverNow: () => server.serverNow(),
    remaining: computed(() => (exact.value === null ? null : Math.ceil(exact.value) || 0)),
    over: computed(() => {
      const { deadline, closing } = timer.value;
      return closing !== null || (deadline !== null && exact.value !== null && exact.value <= 0);
    }),
    touch,
    stop: () => {
      clearTimeout(waiting);
      unsubscribe();
    },
  };
}

function wall(): number {
  return Date.now() / 1000;
}

function steady(): number {
  return performance.now() / 1000;
}

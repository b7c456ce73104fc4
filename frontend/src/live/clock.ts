/**
 * An estimate of the server's clock, and the countdown that follows it.
 *
 * A computer's own clock may be minutes off, so only the server's counts. A notice carries the server's time at which it
 * left: that time minus the local time of arrival is the offset less the time in transit. The greatest of the last few
 * differences belongs to the fastest notice; half of the shortest round trip seen is added for its time in transit.
 */

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";

/** The server's timer. Times are Unix seconds by its clock. */
export interface Timer {
  readonly deadline: number | null;
  /** Seconds left on a paused timer; then `deadline` is null. */
  readonly left: number | null;
  /** The end was announced, and is at this time. */
  readonly closing: number | null;
}

export interface Clock {
  /** Unix seconds by the server's clock. */
  serverNow(): number;
  /** Whole seconds left on the timer, negative in overtime; null without one. Paused: stands still. */
  readonly remaining: ReadonlySignal<number | null>;
  /** The timer has run out, or the end was announced and is under way. */
  readonly over: ReadonlySignal<boolean>;
}

/** The number of notices that count: about five quiet minutes, short enough to follow a drifting clock. */
const SAMPLES = 20;
/** The local clock was set, or the computer slept, when it and the steady counter disagree by this much (seconds). */
const JUMP = 1;
/** The assumed round trip before one was measured (seconds). */
const GUESS = 0.1;
/** A longer "round trip" is a busy server, not a long line (seconds). */
const LONGEST_TRIP = 2;

export class ServerClock {
  #samples: number[] = [];
  #trip = GUESS;
  #measured = false;
  #offset = 0;
  /** The local clock minus the steady counter, which shows that somebody set the clock. */
  #base = wall() - steady();

  serverNow(): number {
    return wall() + this.#offset;
  }

  /**
   * Takes in the time of a notice or answer that arrived `ago` seconds ago. `fresh`: it is the first on its connection, so
   * earlier samples are dropped.
   */
  heard(now: number, fresh = false, ago = 0): void {
    const base = wall() - steady();
    if (fresh || Math.abs(base - this.#base) > JUMP) this.#samples = [];
    this.#base = base;
    this.#samples.push(now + ago - wall());
    if (this.#samples.length > SAMPLES) this.#samples.shift();
    this.#set();
  }

  /** Takes in the seconds between a request and its answer. */
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

/** Counts the timer down; wakes up once a second, exactly when the number changes. `touch` recomputes it now. */
export function countdown(server: ServerClock, timer: ReadonlySignal<Timer>): Clock & { touch(): void; stop(): void } {
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

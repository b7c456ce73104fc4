import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import cases from "../../../tests/data/timer.json";
import { countdown, ServerClock } from "./clock";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

function here(): number {
  return Date.now() / 1000;
}

test.each([-600, -1, 0, 1, 600])("a computer whose clock is %i s off shows the server's time", (skew) => {
  const clock = new ServerClock();
  clock.heard(here() - skew, true);
  clock.roundTrip(0);
  expect(clock.serverNow()).toBeCloseTo(here() - skew, 3);
});

test.each([0, 0.2, 0.8])("with a latency of %f s each way the error stays below a quarter of a second", (delay) => {
  for (const skew of [-600, 0, 600]) {
    const clock = new ServerClock();
    clock.heard(here() - skew - delay, true);
    clock.roundTrip(2 * delay);
    expect(Math.abs(clock.serverNow() - (here() - skew))).toBeLessThan(0.25);
  }
});

test("a delayed notice does not set the clock back", async () => {
  const clock = new ServerClock();
  clock.heard(here(), true);
  clock.roundTrip(0);
  await vi.advanceTimersByTimeAsync(15_000);
  clock.heard(here() - 3);
  expect(clock.serverNow()).toBeCloseTo(here(), 3);
});

test("after somebody sets the computer's clock, the next notice corrects the estimate", async () => {
  const clock = new ServerClock();
  const ahead = 0;
  clock.heard(here() + ahead, true);
  clock.roundTrip(0);
  const server = here() + 5;
  vi.setSystemTime(Date.now() + 600_000);
  clock.heard(server);
  expect(clock.serverNow()).toBeCloseTo(server, 3);
});

test("the shortest round trip counts, and a slow server does not count as latency", () => {
  const clock = new ServerClock();
  clock.heard(here(), true);
  clock.roundTrip(0.4);
  clock.roundTrip(1.2);
  clock.roundTrip(9);
  expect(clock.serverNow()).toBeCloseTo(here() + 0.2, 3);
});

test("the countdown changes on the second, stands still while paused and continues below zero", async () => {
  const clock = new ServerClock();
  clock.heard(here() + 600, true);
  clock.roundTrip(0);
  const timer = signal({ deadline: (here() + 600 + 2.5) as number | null, left: null as number | null, closing: null });
  const { remaining, over, stop } = countdown(clock, timer);
  expect(remaining.value).toBe(3);
  await vi.advanceTimersByTimeAsync(490);
  expect(remaining.value).toBe(3);
  await vi.advanceTimersByTimeAsync(20);
  expect(remaining.value).toBe(2);
  timer.value = { deadline: null, left: 2, closing: null };
  await vi.advanceTimersByTimeAsync(60_000);
  expect(remaining.value).toBe(2);
  expect(over.value).toBe(false);
  timer.value = { deadline: clock.serverNow() + 1, left: null, closing: null };
  await vi.advanceTimersByTimeAsync(1100);
  expect([remaining.value, over.value]).toEqual([0, true]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(remaining.value).toBe(-1);
  timer.value = { deadline: clock.serverNow() + 60, left: null, closing: null };
  expect([remaining.value, over.value]).toEqual([60, false]);
  stop();
});

test("the timer is over once its end is announced", () => {
  const timer = signal({ deadline: null, left: null, closing: 12 });
  const { over, remaining, stop } = countdown(new ServerClock(), timer);
  expect([over.value, remaining.value]).toEqual([true, null]);
  stop();
});

// The server judges what comes late by the same table.
test.each(cases)("time is up or not: $name", ({ deadline, left, now, over }) => {
  vi.setSystemTime(now * 1000);
  const server = new ServerClock();
  server.heard(now, true);
  server.roundTrip(0);
  const clock = countdown(server, signal({ deadline, left, closing: null }));
  expect(clock.over.value).toBe(over);
  clock.stop();
});

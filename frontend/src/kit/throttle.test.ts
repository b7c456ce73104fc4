import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { throttled } from "./throttle";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function table() {
  const [mine, theirs] = [signal(0), signal(0)];
  const seen: string[] = [];
  const stop = throttled(
    () => seen.push(`${mine.value} ${theirs.value}`),
    () => mine.value,
    () => theirs.value,
    () => 500,
  );
  return { mine, theirs, seen, stop };
}

test("acts at once, and at once after each change of mine", () => {
  const { mine, seen } = table();
  mine.value = 1;
  mine.value = 2;
  expect(seen).toEqual(["0 0", "1 0", "2 0"]);
});

test("acts at once after the first change of others, then once for all of the pause", () => {
  const { theirs, seen } = table();
  for (let n = 1; n < 5; n += 1) theirs.value = n;
  vi.advanceTimersByTime(499);
  expect(seen).toEqual(["0 0", "0 1"]);
  vi.advanceTimersByTime(1);
  expect(seen).toEqual(["0 0", "0 1", "0 4"]);
  vi.advanceTimersByTime(5000);
  expect(seen).toHaveLength(3);
});

test("a change of mine brings along what waits of others, and it comes once", () => {
  const { mine, theirs, seen } = table();
  theirs.value = 1;
  theirs.value = 2;
  mine.value = 1;
  vi.advanceTimersByTime(5000);
  expect(seen).toEqual(["0 0", "0 1", "1 2"]);
});

test("acts no more once it was stopped", () => {
  const { theirs, seen, stop } = table();
  theirs.value = 1;
  theirs.value = 2;
  stop();
  vi.advanceTimersByTime(5000);
  expect(seen).toEqual(["0 0", "0 1"]);
});

test("the rest follows from what the last run took with its frame", () => {
  const theirs = signal(0);
  const seen: number[] = [];
  const costs: number[] = [];
  const act = () => {
    seen.push(theirs.value);
    if (theirs.value === 1) vi.advanceTimersByTime(40);
  };
  const every = (cost: number) => {
    costs.push(cost);
    return 100;
  };
  const stop = throttled(
    act,
    () => {},
    () => theirs.value,
    every,
  );
  theirs.value = 1;
  vi.advanceTimersByTime(500);
  theirs.value = 2;
  expect(seen).toEqual([0, 1, 2]);
  expect(costs[1]).toBeGreaterThanOrEqual(40);
  expect(costs[1]).toBeLessThan(100);
  stop();
});

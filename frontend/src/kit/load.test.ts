import { h, render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lazy } from "./lazy";
import { loadWithRetry, partMissing } from "./load";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A part of the page that fails to load so many times. */
function aPart<T>(part: T, fails: number) {
  return vi.fn(async () => {
    if (fails > 0) {
      fails -= 1;
      throw new TypeError("Failed to fetch dynamically imported module");
    }
    return part;
  });
}

test("a part is loaded again after one failure, which the page does not report", async () => {
  const load = aPart("the part", 1);
  const came = loadWithRetry(load, () => true);
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(partMissing.value).toBe(false);
  expect(await came).toBe("the part");
  expect(load).toHaveBeenCalledTimes(2);
});

test("a part that fails twice is reported missing until it is loaded", async () => {
  const load = aPart("the part", 20);
  const came = loadWithRetry(load, () => true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(partMissing.value).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(load.mock.calls.length).toBeLessThan(10);
  expect(partMissing.value).toBe(true);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await came).toBe("the part");
  expect(partMissing.value).toBe(false);
});

test("a part that is no longer wanted is neither retried nor reported", async () => {
  let wanted = true;
  const load = aPart("the part", 20);
  const came = loadWithRetry(load, () => wanted);
  await vi.advanceTimersByTimeAsync(1_000);
  wanted = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await came).toBeUndefined();
  const asked = load.mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(asked);
  expect(partMissing.value).toBe(false);
});

test("a lazy component appears after a failed load, with its current props", async () => {
  const Late = lazy(aPart(({ text }: { text: string }) => h("p", null, text), 2));
  const stage = document.createElement("div");
  render(h(Late, { text: "first" }), stage);
  await vi.advanceTimersByTimeAsync(400);
  expect(stage.textContent).toBe("");
  render(h(Late, { text: "second" }), stage);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stage.innerHTML).toBe("<p>second</p>");
  render(null, stage);
});

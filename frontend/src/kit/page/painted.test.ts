import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { painted } from "./painted";

let frames: FrameRequestCallback[];

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (drawn: FrameRequestCallback) => frames.push(drawn));
});

afterEach(() => {
  vi.useRealTimers();
});

test("what was rendered is on the screen when the frame after it begins", async () => {
  let seen = false;
  void painted().then(() => {
    seen = true;
  });
  frames.shift()?.(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(seen).toBe(false);
  frames.shift()?.(100);
  await vi.advanceTimersByTimeAsync(1);
  expect(seen).toBe(true);
});

test("a page that nobody sees, which has no frames, does not wait for them", async () => {
  let over = false;
  void painted().then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(501);
  expect(over).toBe(true);
});

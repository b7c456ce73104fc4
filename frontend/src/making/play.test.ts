import { expect, test } from "vitest";
import { type Frame, inSight, moments, type PlayedLine } from "./play";

const line = (text: string): PlayedLine => ["text", 0, text];
const frame = (...edits: readonly (readonly [number, number, readonly string[]])[]): Frame => ({
  number: 0,
  at: 1,
  reason: "time",
  of: null,
  edits: edits.map(([at, gone, came]) => [at, gone, came.map(line)] as const),
});
const words = (lines: readonly PlayedLine[]): string => lines.map(([, , text]) => text).join(" ");

test("each frame has all lines of its text, and knows which are new", () => {
  const played = moments([
    frame([0, 0, ["a", "b", "c"]]),
    frame([0, 0, ["zero"]], [1, 1, ["B", "B2"]]),
    frame(),
    frame([3, 2, []]),
  ]);
  expect(played.map(({ lines }) => words(lines))).toEqual(["a b c", "zero a B B2 c", "zero a B B2 c", "zero a B"]);
  expect(played.map(({ fresh }) => [...fresh])).toEqual([[], [0, 2, 3], [], []]);
});

test("what is new of a long text is in sight", () => {
  const many = Array.from({ length: 100_000 }, (_, n) => String(n));
  const [first, second, third] = moments([
    frame([0, 0, many]),
    frame([50_000, 1, ["new"]]),
    frame([100_000, 0, ["end"]]),
  ]);
  if (!first || !second || !third) throw new Error("no frames");
  expect(inSight(first).from).toBe(0);
  for (const [moment, at] of [
    [second, 50_000],
    [third, 100_000],
  ] as const) {
    const { from, to } = inSight(moment);
    expect(from).toBeLessThanOrEqual(at);
    expect(to).toBeGreaterThan(at);
    expect(to - from).toBeLessThanOrEqual(100);
  }
});

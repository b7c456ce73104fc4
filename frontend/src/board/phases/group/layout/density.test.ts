import { expect, test } from "vitest";
import { densityFor, heightOf, isDensity, sizesFor } from "./density";

/** What the wall has of a window, in px. */
const LAPTOP = { width: 1360, room: 690 };
const SMALL_LAPTOP = { width: 1286, room: 560 };
const texts = (count: number, length = 90) => Array.from({ length: count }, () => length);

test("up to 30 ideas stand in full, more of them compact", () => {
  expect([5, 30, 31, 200].map(densityFor)).toEqual(["full", "full", "compact", "compact"]);
});

test("in full a laptop has six columns and a smaller one five; compact has seven in both", () => {
  const columns = (density: "full" | "compact") =>
    [LAPTOP, SMALL_LAPTOP].map((window) => sizesFor(density, window, texts(61)).columns);
  expect(columns("full")).toEqual([6, 5]);
  expect(columns("compact")).toEqual([7, 7]);
});

test("compact cuts to as many lines as let all ideas be in sight, and not below two", () => {
  const lines = (count: number, window = LAPTOP) => sizesFor("compact", window, texts(count)).lines;
  expect([lines(40), lines(61), lines(200)]).toEqual([4, 3, 2]);
  expect(lines(61, SMALL_LAPTOP)).toBe(2);
});

test("a narrow window still has a column for the loose ideas and one for the groups", () => {
  expect(sizesFor("full", { width: 300, room: 500 }, texts(9)).columns).toBe(2);
});

test("a long text is cut, so it is not taken for higher than it is drawn", () => {
  const sizes = sizesFor("full", LAPTOP, texts(5));
  expect(heightOf(sizes, 1000)).toBe(heightOf(sizes, 5000));
  expect(heightOf(sizes, 200)).toBeGreaterThan(heightOf(sizes, 20));
});

test("what a browser kept may be anything", () => {
  expect(["names", "dense", 3, null].map(isDensity)).toEqual([true, false, false, false]);
});

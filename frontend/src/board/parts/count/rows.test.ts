import { expect, test } from "vitest";
import { rowsOf } from "./rows";

const tally = (...dots: number[]) => dots.map((n, at) => ({ option: String(at), dots: n, bold: 0 }));
const seen = (...dots: number[]) => {
  const { lines, tied, rest } = rowsOf(tally(...dots), 5);
  return [lines.map((line) => line.dots), tied, rest];
};

test("the best five, and the rest as a number", () => {
  expect(seen(10, 6, 4, 3, 2, 1, 0)).toEqual([[10, 6, 4, 3, 2], null, { count: 2, dots: 1 }]);
  expect(seen(3, 2)).toEqual([[3, 2], null, null]);
});

test("the rows never end within a tie: those that are tied there share one", () => {
  expect(seen(10, 6, 4, 4, 4, 4, 3)).toEqual([[10, 6], { count: 4, dots: 4 }, { count: 1, dots: 3 }]);
  expect(seen(2, 2, 2, 2, 2, 2)).toEqual([[], { count: 6, dots: 2 }, null]);
  expect(seen(10, 6, 4, 4, 4, 3)).toEqual([[10, 6, 4, 4, 4], null, { count: 1, dots: 3 }]);
});

test("an option without a dot has no row", () => {
  expect(seen(2, 0, 0)).toEqual([[2], null, { count: 2, dots: 0 }]);
  expect(seen(0, 0)).toEqual([[], null, { count: 2, dots: 0 }]);
});

import { expect, test } from "vitest";
import { packed, runs } from "./pack";

test("columns come out even, and in order within and between", () => {
  const pieces = [
    { id: "a", weight: 3 },
    { id: "b", weight: 9 },
    { id: "c", weight: 4 },
    { id: "d", weight: 2 },
  ];
  expect(packed(pieces, 2)).toEqual([["a", "c", "d"], ["b"]]);
});

test("the pieces of a box follow each other", () => {
  const pieces = ["a/0", "loose/0", "loose/1", "loose/2"].map((id, at) => ({ id, weight: [5, 4, 4, 9][at] ?? 0 }));
  expect(
    packed(pieces, 3)
      .flat()
      .filter((id) => id.startsWith("loose")),
  ).toEqual(["loose/0", "loose/1", "loose/2"]);
});

test("a long list is cut into even runs", () => {
  const sizes = runs([..."abcdefghijk"], () => 1, 4).map((run) => run.length);
  expect(sizes.length).toBe(3);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  expect(runs([], () => 1, 4)).toEqual([[]]);
});

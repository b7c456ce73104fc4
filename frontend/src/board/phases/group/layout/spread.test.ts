import { expect, test } from "vitest";
import { lanesFor, lanesOf, spread } from "./spread";

const even = () => 1;
const groups = (...weights: number[]) => weights.map((weight, at) => ({ id: "ABCDEFGH"[at] as string, weight }));
const none = new Map<string, number>();

test("loose ideas stand across the columns in their order", () => {
  expect(spread([], 3, [..."abcdefg"], even)).toEqual([
    ["a", "d", "g"],
    ["b", "e"],
    ["c", "f"],
  ]);
});

test("the next card goes to the column that ends highest up", () => {
  expect(spread([], 2, [..."abcd"], (idea) => (idea === "a" ? 5 : 1))).toEqual([["a"], ["b", "c", "d"]]);
});

test("a card that leaves moves none to another column", () => {
  const before = spread([], 3, [..."abcdefg"], even);
  const after = spread(before, 3, [..."bcdefg"], even);
  expect(after).toEqual([
    ["d", "g"],
    ["b", "e"],
    ["c", "f"],
  ]);
  expect([after[1], after[2]]).toEqual([before[1], before[2]]);
  expect(after[1]).toBe(before[1]);
});

test("the cards of a column that is handed over go to the feet of the others", () => {
  const before = spread([], 3, [..."abcdef"], even);
  expect(spread(before, 2, [..."abcdef"], even)).toEqual([
    ["a", "d", "c"],
    ["b", "e", "f"],
  ]);
});

test("without a change the columns stay the same object", () => {
  const before = spread([], 3, [..."abcdef"], even);
  expect(spread(before, 3, [..."abcdef"], even)).toBe(before);
});

test("groups need a column for each one that they fill, and leave one to the loose ideas", () => {
  expect(lanesFor([], 100, 6)).toBe(0);
  expect(lanesFor(groups(20), 100, 6)).toBe(1);
  expect(lanesFor(groups(60, 60), 100, 6)).toBe(1);
  expect(lanesFor(groups(70, 70), 100, 6)).toBe(2);
  expect(lanesFor(groups(900), 100, 6)).toBe(1);
  expect(lanesFor(groups(200, 200, 200, 200), 100, 3)).toBe(2);
  expect(lanesFor(groups(10), 100, 1)).toBe(1);
});

test("a new column stands left of those that are there, and no group changes its own", () => {
  const before = [["A", "B"]];
  expect(lanesOf(before, 2, true, groups(60, 60, 10), none)).toEqual([["C"], ["A", "B"]]);
});

test("a new column without a new group takes the last one of a column that is full", () => {
  expect(lanesOf([["A", "B", "C"]], 2, true, groups(60, 60, 10), none)).toEqual([["C"], ["A", "B"]]);
  expect(lanesOf([["A", "B", "C"]], 3, true, groups(60, 60, 60), none)).toEqual([["B"], ["C"], ["A"]]);
});

test("while somebody points at the wall no column is handed over", () => {
  const before = [["A", "B"]];
  expect(lanesOf(before, 3, false, groups(60, 60, 10), none)).toEqual([["A", "B", "C"]]);
  expect(lanesOf(before, 0, false, [], none)).toEqual([[]]);
});

test("columns that have emptied at the left are given back, others stay where they are", () => {
  expect(lanesOf([["A"], ["B"], ["C"]], 1, true, groups(0, 10, 10).slice(1), none)).toEqual([["B"], ["C"]]);
  expect(lanesOf([["A"], ["B"], ["C"]], 1, true, groups(10, 0, 10), none)).toEqual([["A"], ["B"], ["C"]]);
  expect(lanesOf([["A"], ["B"]], 0, true, [], none)).toEqual([]);
});

test("what needs no change keeps the columns as they are", () => {
  const before = [["A"], ["B"]];
  expect(lanesOf(before, 1, true, groups(1, 1), none)).toBe(before);
});

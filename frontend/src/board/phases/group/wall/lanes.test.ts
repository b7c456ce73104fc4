import { expect, test } from "vitest";
import { assign, columnsIn, frozenBy, noted } from "./lanes";

const groups = (...sizes: [string, number][]) => sizes.map(([id, weight]) => ({ id, weight }));

test("new groups go to the foot of the lightest column", () => {
  expect(assign([], 2, groups(["a", 9], ["b", 2], ["c", 3], ["d", 9]))).toEqual([["a"], ["b", "c", "d"]]);
});

test("moving cards moves no group, however long it gets", () => {
  const before = assign([], 3, groups(["a", 1], ["b", 1], ["c", 1], ["d", 1]));
  const after = assign(before, 3, groups(["a", 60], ["b", 0], ["c", 7], ["d", 1]));
  expect(after).toBe(before);
});

test("a group that goes leaves the others where they are, and the next new one fills its column", () => {
  const before = assign([], 2, groups(["a", 1], ["b", 1], ["c", 1], ["d", 1]));
  const without = assign(before, 2, groups(["b", 5], ["c", 1], ["d", 5]));
  expect(without).toEqual([["c"], ["b", "d"]]);
  expect(assign(without, 2, groups(["b", 5], ["c", 1], ["d", 5], ["e", 1]))).toEqual([
    ["c", "e"],
    ["b", "d"],
  ]);
});

test("a group that was dropped on a column stands in that column", () => {
  expect(assign([["a"], []], 2, groups(["a", 9], ["b", 1]), new Map([["b", 0]]))).toEqual([["a", "b"], []]);
});

test("the number of columns comes from the width", () => {
  expect(columnsIn(700, 240, 20)).toBe(2);
  expect(columnsIn(100, 240, 20)).toBe(1);
});

test("everything above a held box rests, everything below and beside it lives", () => {
  const { frozen, tails } = frozenBy([["loose"], ["a", "b", "c"], ["d"]], new Set(["b"]));
  expect([...frozen]).toEqual(["a", "b"]);
  expect([...tails]).toEqual(["b"]);
});

test("the note of what waits stands under the lowest held box of a column, for the boxes above it too", () => {
  const lanes = [["tray"], ["a", "b", "c"], ["d", "e"]];
  const waiting = new Map(Object.entries({ tray: 5, a: 2, b: 3, d: 1 }));
  expect([...noted(lanes, waiting, new Set(["tray", "b"]), "tray")]).toEqual([
    ["tray", 5],
    ["b", 5],
  ]);
  // While a card is dragged no box may grow.
  expect([...noted(lanes, waiting, new Set(), "tray")]).toEqual([["tray", 5]]);
});

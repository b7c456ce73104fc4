import { expect, test } from "vitest";
import cases from "../../../../../tests/data/split.json";
import { counted, split } from "./split";

// The server splits pasted lines too, when a board starts from them; both are held to the same table.
test.each(cases)("$pasted becomes $ideas", ({ pasted, ideas }) => {
  expect(split(pasted)).toEqual(ideas);
});

test("what more than one person can add stays, and only what would be added has to fit", () => {
  const lines = ["one", " ", "two", "x".repeat(1001), "", "four", "y".repeat(1001)];
  expect(counted(lines, 2)).toMatchObject({ now: ["one", "two"], over: lines.slice(3).filter(Boolean), long: -1 });
  expect(counted(lines, 4).long).toBe(3);
  expect(counted(lines, 0)).toMatchObject({ now: [], long: -1 });
  expect(counted(lines, 0).ready).toHaveLength(5);
  expect(counted(["a", "b"], Number.POSITIVE_INFINITY)).toMatchObject({ now: ["a", "b"], over: [] });
});

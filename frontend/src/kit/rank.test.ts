import { expect, test } from "vitest";
import cases from "../../../tests/data/rank.json";
import { between } from "./rank";

test("a rank between two is between them, as long as the server takes it", () => {
  let low: string | null = null;
  let high: string | null = null;
  for (let turn = 0; turn < 40; turn++) {
    const rank = between(low, high);
    if (rank === null) throw new Error("no room");
    expect(low === null || rank > low).toBe(true);
    expect(high === null || rank < high).toBe(true);
    expect(rank).toMatch(/^[0-9A-Za-z]{0,63}[1-9A-Za-z]$/);
    if (turn % 3) low = rank;
    else high = rank;
  }
});

// The server takes each of these ranks, and draws the same one behind the last.
test.each(cases)("between $low and $high is $rank", ({ low, high, rank }) => {
  expect(between(low, high)).toBe(rank);
});

test("equal or reversed neighbours leave the place to the server", () => {
  expect(between("a", "a")).toBeNull();
  expect(between("b", "a")).toBeNull();
});

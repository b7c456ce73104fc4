import { expect, test } from "vitest";
import type { Decision, Round } from "../types";
import { optionsOf, recommendation } from "./recommended";

const decision = (decide_by: string, owner = "Mara Ellis"): Decision => ({
  n: 1,
  decision: "Try these.",
  why: null,
  owner,
  shortlist: ["a", "b", "c"],
  next_steps: [],
  outcome: "recommended",
  decide_by,
});

test.each(["28 November", "by 28 November", "By 28 November.", " 28 November. "])(
  "the day as it was typed: %s",
  (day) => {
    expect(recommendation(decision(day), 22)).toBe(
      "The group recommends 3 of 22 options. Mara Ellis decides by 28 November.",
    );
  },
);

test("a name from right to left stands on its own", () => {
  expect(recommendation(decision("28 November", "מרים"), 1)).toContain("\u2068מרים\u2069 decides");
});

test("a run-off does not make the options fewer", () => {
  const round = (runoff: boolean, count: number): Round =>
    ({ runoff, options: Array.from({ length: count }) }) as unknown as Round;
  expect(optionsOf([round(false, 22), round(true, 3)], 2)).toBe(22);
  expect(optionsOf([round(false, 22), round(false, 20), round(true, 3)], 2)).toBe(20);
  expect(optionsOf([], 2)).toBe(2);
});

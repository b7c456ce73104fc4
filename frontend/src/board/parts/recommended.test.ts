import { expect, test } from "vitest";
import cases from "../../../../tests/data/recommended.json";
import type { Decision, Round } from "../../protocol.generated";
import { dayToDecideBy, optionsOf, recommendation } from "./recommended";

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

// The record says the same sentence; both are held to the same table.
test.each(cases.options)("chosen from $options of $rounds", ({ rounds, shortlist, options }) => {
  const voted = rounds.map(({ runoff, options: n }) => ({ runoff, options: Array.from({ length: n }) }));
  expect(optionsOf(voted as Pick<Round, "runoff" | "options">[], shortlist)).toBe(options);
});

test.each(cases.days)("$typed is the day $day", ({ typed, day }) => {
  expect(dayToDecideBy(typed)).toBe(day);
});

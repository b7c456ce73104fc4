import { expect, it } from "vitest";
import type { ConsentCheck } from "../../types";
import { standing } from "./result";

const check = (counts: Partial<ConsentCheck["counts"]>, silent: number): ConsentCheck => ({
  n: 1,
  decision: "We wait.",
  counts: { "0": 0, "1": 0, "2": 0, "3": 0, "4": 0, "5": 0, ...counts },
  silent,
  reasons: [],
});

it("counts objections and silence", () => {
  expect(standing(check({ "5": 4, "1": 1, "0": 1 }, 3))).toBe("2 objections. 3 people gave no answer.");
  expect(standing(check({ "5": 3 }, 1))).toBe("Nobody objects. One person gave no answer.");
});

it("does not take answers that are kept back for consent", () => {
  expect(standing(check({}, 12))).toMatch(/^Fewer than three people answered/);
});

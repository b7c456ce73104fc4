import { expect, it } from "vitest";
import type { ConsentCheck, Decision } from "../../../protocol.generated";
import { checkOn, earlier, inOneLine, standing } from "./checks";

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
  expect(standing(check({ "4": 6 }, 0))).toBe("Nobody objects. Everybody answered.");
});

it("does not take answers that are kept back for consent", () => {
  expect(standing(check({}, 12))).toMatch(/^Fewer than three people answered/);
});

it("lends no answers about one wording to another", () => {
  const about = (n: number, decision: string) => ({ ...check({ "4": 7, "0": 1 }, 0), n, decision });
  const decision = { n: 3, decision: "We go on Tuesday.", outcome: "decided" } as Decision;
  const others = [about(1, "We go on Monday."), about(2, "We stay.")];
  expect(checkOn(decision, others)).toBeUndefined();
  expect(earlier(decision, others)).toBe(2);
  expect(inOneLine({ decision, consents: others })).toBe(
    "The group was not asked about this wording, but about an earlier one.",
  );
  const consents = [about(1, "We go on Tuesday."), about(2, "We stay.")];
  expect(checkOn(decision, consents)?.n).toBe(1);
  expect(earlier(decision, consents)).toBe(1);
  expect(inOneLine({ decision, consents })).toMatch(/^Can you live with it\? One objection\./);
  expect(inOneLine({ decision, consents: [] })).toBeNull();
});

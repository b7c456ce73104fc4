import { expect, test } from "vitest";
import { last, paper, where } from "../../../../test/last-ballot";
import { carriedOver } from "../../engine/document/earlier";
import { cameBack, putBack } from "./put-back";

test("the sentences add up", () => {
  const told = carriedOver(last("abgh", "E"), paper("ab"), where);
  expect(putBack(told)).toBe("2 of the 4 dots of your last ballot were put back. Change what you like.");
  expect(cameBack(told)).toEqual([
    "1 of your dots came back to you: its idea is in a group now.",
    "1 of your dots came back to you: the facilitator has hidden its idea.",
    "Your pick worth the risk is free again: its group has no ideas now.",
  ]);
  const whole = carriedOver(last("a", "b"), paper("ab"), where);
  expect(putBack(whole)).toBe("Your last ballot was put back. Change what you like.");
  expect(cameBack(whole)).toEqual([]);
  expect(putBack(carriedOver(last("g", "a"), paper("a"), where))).toMatch(/^The pick worth the risk of your last/);
});

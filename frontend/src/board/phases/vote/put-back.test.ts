import { expect, test } from "vitest";
import type { BallotPaper, OwnBallot } from "../../../protocol.generated";
import { carriedOver } from "../../earlier";
import { cameBack, putBack } from "./put-back";

const last = (dots: string, bold: string | null = null): OwnBallot => ({
  round: 3,
  dots: Object.fromEntries([...dots].map((id) => [id, 1])),
  bold,
  done: true,
});
const paper = (ids: string, dots = 9, runoff = false) =>
  ({ round: 4, dots, runoff, options: [...ids].map((option) => ({ option })) }) as unknown as BallotPaper;
const where = {
  hidden: ["h"],
  aside: ["s"],
  places: new Map([
    ["g", { cluster: "G", rank: "a" }],
    ["u", { cluster: "was dissolved", rank: "a" }],
  ]),
  clusters: new Map(["G", "E"].map((id) => [id, { name: id, rank: id, letter: id }])),
};

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

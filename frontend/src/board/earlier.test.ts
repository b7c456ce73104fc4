import { expect, test } from "vitest";
import type { BallotPaper, OwnBallot } from "../protocol.generated";
import { vote as words } from "../words/vote";
import { carriedOver, type Lost } from "./earlier";

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
const why = (of: ReadonlyMap<Lost, number>) => Object.fromEntries(of);

test("what is on the ballot stands again, and every dot that is not has its reason", () => {
  const { ballot, lost, lostBold } = carriedOver(last("abhsgEx", "b"), paper("abGu"), where);
  expect(ballot).toEqual({ round: 4, dots: { a: 1, b: 1 }, bold: "b", done: false });
  expect(why(lost)).toEqual({ hidden: 1, aside: 1, grouped: 1, emptied: 1, gone: 1 });
  expect(lostBold).toBeNull();
});

test("dots that a smaller round has no room for come back", () => {
  const { ballot, lost } = carriedOver(last("abcd"), paper("abcd", 1), where);
  expect(ballot.dots).toEqual({ a: 1 });
  expect(why(lost)).toEqual({ fewer: 3 });
});

test("a run-off gives back what it leaves out, wherever that is now", () => {
  const { ballot, lost, lostBold } = carriedOver(last("agh", "s"), paper("ab", 1, true), where);
  expect([ballot.dots, ballot.bold, why(lost), lostBold]).toEqual([{ a: 1 }, null, { runoff: 2 }, "runoff"]);
});

test("the sentences add up", () => {
  const told = carriedOver(last("abgh", "E"), paper("ab"), where);
  expect(words.putBack(told)).toBe("2 of the 4 dots of your last ballot were put back. Change what you like.");
  expect(words.cameBack(told)).toEqual([
    "1 of your dots came back to you: its idea is in a group now.",
    "1 of your dots came back to you: the facilitator has hidden its idea.",
    "Your pick worth the risk is free again: its group has no ideas now.",
  ]);
  const whole = carriedOver(last("a", "b"), paper("ab"), where);
  expect(words.putBack(whole)).toBe("Your last ballot was put back. Change what you like.");
  expect(words.cameBack(whole)).toEqual([]);
  expect(words.putBack(carriedOver(last("g", "a"), paper("a"), where))).toMatch(
    /^The pick worth the risk of your last/,
  );
});

import { expect, test } from "vitest";
import { last, paper, where } from "../../../../test/last-ballot";
import { carriedOver, type Lost } from "./earlier";

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

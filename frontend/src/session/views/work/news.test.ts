import { expect, test } from "vitest";
import { type Moment, news } from "./news";

const ACT = { person: "p", what: "next", at: 1000, item: "i" } as const;
const CALM: Moment = {
  now: 1000,
  act: null,
  left: 60,
  leadGone: null,
  leftOpen: null,
  judges: false,
  question: null,
  asks: null,
  boardLeft: null,
};
const kinds = (moment: Partial<Moment>) => news({ ...CALM, ...moment }).map(({ is }) => is);

test("a calm session says nothing", () => {
  expect(kinds({})).toEqual([]);
});

test("an act can be taken back for ten seconds", () => {
  expect(news({ ...CALM, act: ACT, now: 1003.2 })).toEqual([{ is: "act", act: ACT, left: 7 }]);
  // A clock that is behind the server's counts from ten all the same.
  expect(news({ ...CALM, act: ACT, now: 999.5 })).toEqual([{ is: "act", act: ACT, left: 10 }]);
  expect(kinds({ act: ACT, now: 1010 })).toEqual([]);
});

test("without a lead it counts down from two minutes and stays at the offer", () => {
  expect(news({ ...CALM, leadGone: 950 })).toEqual([{ is: "leaderless", left: 70 }]);
  expect(news({ ...CALM, leadGone: 100 })).toEqual([{ is: "leaderless", left: 0 }]);
});

test("at zero nothing but the banner comes, and the more urgent stands before it", () => {
  expect(kinds({ left: 0 })).toEqual(["over"]);
  expect(kinds({ left: -1, question: "a", act: ACT })).toEqual(["act", "question", "over"]);
});

test("whoever may give the verdict reads first that a session was left open, everybody else that nobody leads", () => {
  const left = { leftOpen: 900, leadGone: 100 };
  expect(kinds({ ...left, judges: true })).toEqual(["left-open", "leaderless"]);
  expect(kinds(left)).toEqual(["leaderless", "left-open"]);
});

test("what boards have to say comes after all that waits for somebody", () => {
  const boards = { asks: "next", boardLeft: "before" };
  expect(kinds(boards)).toEqual(["board-left", "asks"]);
  expect(kinds({ ...boards, left: 0, question: "a" })).toEqual(["question", "over", "board-left", "asks"]);
});

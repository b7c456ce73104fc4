import { expect, test } from "vitest";
import { asked, matches } from "./find";
import { spans } from "./highlight";

const query = (text: string) => {
  const found = asked(text);
  if (!found) throw new Error("nothing asked");
  return found;
};

test("every word must occur, in any order, without case or accents", () => {
  expect(matches(query("RENT freeze"), "A five year freeze of rents")).toBe(true);
  expect(matches(query("rent tax"), "A five year freeze of rents")).toBe(false);
  expect(matches(query("maori"), "Māori land trusts")).toBe(true);
  expect(matches(query("住房"), "我们需要更多住房")).toBe(true);
});

test("a number finds the idea with that number", () => {
  expect(matches(query("#12"), "no digits here", 12)).toBe(true);
  expect(matches(query("12"), "no digits here", 112)).toBe(false);
});

test("blank asks nothing", () => expect(asked("  ")).toBeNull());

test("marks stand on the words", () => {
  expect(spans(query("rent"), "Rent and rents")).toEqual([
    [0, 4],
    [9, 13],
  ]);
});

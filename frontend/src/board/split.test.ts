import { expect, test } from "vitest";
import { split } from "./split";

test.each([
  ["• one\n• two", ["one", "two"]],
  ["- one\n* two\n– three\n— four", ["one", "two", "three", "four"]],
  ["1. one\n2) two\n10. ten", ["one", "two", "ten"]],
  ["one\r\ntwo\rthree\u2028four", ["one", "two", "three", "four"]],
  ["  one  \n\n\t\n  two", ["one", "two"]],
  ["- \n•\n3.\nreal", ["real"]],
  ["\u2022\u00a0from a word processor", ["from a word processor"]],
])("%j becomes %j", (pasted, ideas) => {
  expect(split(pasted)).toEqual(ideas);
});

test.each([
  "-5 degrees in the office",
  "*bold* claim",
  "3.5 litres",
  "2024 was fine",
  "1.Not a list",
  "a - b",
  "1984. A book",
])("%j stays as it is", (line) => {
  expect(split(line)).toEqual([line]);
});

test("only the mark goes, the rest is kept exactly", () => {
  expect(split("- a  -  b 👩‍👩‍👧  e\u0301")).toEqual(["a  -  b 👩‍👩‍👧  e\u0301"]);
});

test("white space is no idea", () => {
  expect(split(" \n\n ")).toEqual([]);
});

import { expect, test } from "vitest";
import { between } from "./shorten";

const chain = (length: number, here: number) => Array.from({ length }, (_, at) => ({ here: at === here }));

test.each([
  ["a short chain is shown whole", 7, 6, 0],
  ["a button in place of one or two sessions would save nothing", 8, 7, 0],
  ["of twelve sessions the first two and the last four stand there", 12, 11, 6],
  ["what comes after this session stays", 12, 8, 3],
  ["in the first session nothing is left out", 12, 0, 0],
  ["a chain without this session in it is shown whole", 12, -1, 0],
])("%s", (_, length, here, left) => {
  expect(between(chain(length, here))).toBe(left);
});

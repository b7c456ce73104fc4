import { expect, test } from "vitest";
import { backAt, isTired, known, noted } from "./tired";

const MINUTE = 60;
const stretch = (began: number, ended: number, minutes = 50) => ({
  began: began * MINUTE,
  ended: ended * MINUTE,
  minutes,
});

test.each([
  ["twice fifty minutes", stretch(0, 50), stretch(52, 102), 102, true],
  ["the first session", null, stretch(0, 50), 50, false],
  ["a pause of ten minutes between them", stretch(0, 50), stretch(60, 110), 110, false],
  ["a short one before", stretch(0, 30, 30), stretch(31, 81), 81, false],
  ["a short one after", stretch(0, 50), stretch(51, 81, 30), 81, false],
  ["one that was left after ten minutes", stretch(0, 10), stretch(11, 61), 61, false],
  ["longer ones", stretch(0, 90, 90), stretch(91, 181, 90), 185, true],
  ["its page an hour later", stretch(0, 50), stretch(52, 102), 162, false],
  ["the one before is not over", stretch(0, 60), stretch(52, 102), 102, false],
])("%s", (_, before, last, now, tired) => {
  expect(isTired(before, last, now * MINUTE)).toBe(tired);
});

test("a pause ends with a whole minute", () => {
  expect(backAt(0)).toBe(10 * MINUTE);
  expect(backAt(1)).toBe(11 * MINUTE);
});

test("of what stands in the storage the last two sessions are known", () => {
  const [one, two, three] = [stretch(0, 50), stretch(52, 102), stretch(110, 160)];
  expect(known([null, "x", { began: "1" }, one, two, three])).toEqual([two, three]);
  expect(known("off")).toEqual([]);
  expect(noted([one, two], three)).toEqual([two, three]);
  // A page that is opened again later, and one that was finished on another day.
  expect(noted([one, two], one)).toEqual([one, two]);
  expect(noted([one], { ...one, ended: 99 * MINUTE })).toEqual([{ ...one, ended: 99 * MINUTE }]);
});

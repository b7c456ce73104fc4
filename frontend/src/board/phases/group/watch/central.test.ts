import { expect, test } from "vitest";
import { central, chosen } from "./central";

test("the idea whose words the others share stands first", () => {
  const texts = ["Free beer on Fridays", "Tax empty land", "Tax the land that stands empty", "Land should bring a tax"];
  expect(central(texts)[0]).not.toBe(0);
  expect(central(texts).at(-1)).toBe(0);
});

test("ideas that share nothing keep their order, in any script", () => {
  expect(central(["alpha", "beta", "gamma"])).toEqual([0, 1, 2]);
  expect(central(["سكن ميسور", "ضريبة الأراضي", "ضريبة الأراضي الفارغة"]).at(-1)).toBe(0);
  expect(central([])).toEqual([]);
});

test("whole texts are taken while there is room", () => {
  expect(chosen([2, 0, 1], [50, 20, 40], 70)).toEqual([2, 1]);
  expect(chosen([0], [90], 70)).toEqual([]);
});

test("a text that fills the room comes before a short one that leaves it empty", () => {
  expect(chosen([0, 1, 2], [20, 60, 10], 70)).toEqual([1, 2]);
});

import { expect, test } from "vitest";
import { BREATH, LONGEST, landed, landings, landsAt, SLOWEST } from "./landing";

const COUNT = [10, 6, 4, 4, 4];

test("the lowest row is full before the next has a dot, and the best comes last, after a breath", () => {
  const { rows } = landings(COUNT);
  for (let at = COUNT.length - 1; at > 0; at -= 1) {
    const [above, row] = [rows[at - 1], rows[at]];
    if (!above || !row) throw new Error("no such row");
    const full = landsAt(row, row.dots - 1);
    expect(landed(row, full)).toBe(row.dots);
    expect(landed(above, full)).toBe(0);
    expect(above.from - full).toBeCloseTo(at === 1 ? BREATH : 0);
  }
});

test("the last dot lies within three seconds, however many there are", () => {
  for (const dots of [COUNT, [200, 150, 90, 80, 7], [1], [3000, 1]]) {
    const { rows, length } = landings(dots);
    expect(length).toBeLessThanOrEqual(LONGEST + 1e-6);
    expect(rows.map((row) => landed(row, length))).toEqual(dots);
  }
});

test("a few dots do not take three seconds, and no dot takes no time", () => {
  expect(landings([2, 1]).length).toBeCloseTo(3 * SLOWEST + BREATH);
  expect(landings([3]).length).toBeCloseTo(3 * SLOWEST);
  expect(landings([0, 0]).length).toBe(0);
  expect(landings([]).length).toBe(0);
});

test("dots come one by one", () => {
  const { rows } = landings(COUNT);
  const [best] = rows;
  if (!best) throw new Error("no such row");
  expect(landed(best, landsAt(best, 3) - 1)).toBe(3);
  expect(landed(best, landsAt(best, 3))).toBe(4);
  expect(landed(best, 0)).toBe(0);
});

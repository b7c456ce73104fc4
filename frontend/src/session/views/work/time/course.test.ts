import { expect, test, vi } from "vitest";
import { ServerClock } from "../../../../live/clock";
import type { ClockState, Item } from "../../../../worksession.generated";
import { courseOf } from "./course";
import { offers } from "./extensions";
import { face, minutesLate, mood, rings } from "./face";
import { line } from "./line";

const NOW = 1_700_000_000;

function item(rank: string, minutes: number, more: Partial<Item> = {}): Item {
  const fixed = { kind: "work", extra: 0, owner: null, spent: null, skipped: false } as const;
  return { ...fixed, title: rank, minutes, rank, ...more };
}

const AGENDA = new Map<string, Item>([
  ["review", item("d", 20)],
  ["agree", item("a", 5, { spent: 240 })],
  ["draft", item("b", 25)],
  ["rest", item("c", 5, { kind: "break" })],
  ["finish", item("e", 5, { kind: "finish" })],
]);

/** Draft began four minutes in, a minute early; the plan ends after 60. */
const CLOCK: ClockState = { item: "draft", since: NOW, before: 0, began: NOW - 240, end: NOW - 240 + 3600, act: null };

const course = (after: number, clock: ClockState = CLOCK, agenda = AGENDA) => {
  const found = courseOf(agenda, clock, NOW + after);
  if (!found) throw new Error("nothing runs");
  return found;
};

test("the course follows the order of the agenda, not that of the map", () => {
  const { pieces, coming, left, ends, late } = course(600);
  expect(pieces.map(({ id }) => id)).toEqual(["agree", "draft", "rest", "review", "finish"]);
  expect(coming.map(({ id }) => id)).toEqual(["rest", "review", "finish"]);
  expect([left, ends - NOW, late]).toEqual([900, 3300, -60]);
});

test("an item that is over goes on, and everything after it is later", () => {
  const { left, late } = course(25 * 60 + 120);
  expect([left, minutesLate(late), face(left)]).toEqual([-120, 1, "+2:00"]);
});

test("while paused the item stands still and the end moves on", () => {
  const paused = { ...CLOCK, since: null, before: 300 };
  expect(course(900, paused).left).toBe(1200);
  expect(course(900, paused).ends - course(0, paused).ends).toBe(900);
});

test("time that was added or taken counts, and what is left out does not come", () => {
  const agenda = new Map(AGENDA)
    .set("review", item("d", 20, { extra: -300 }))
    .set("rest", item("c", 5, { skipped: true }));
  const { coming, ends } = course(0, CLOCK, agenda);
  expect(coming.map(({ length }) => length)).toEqual([900, 300]);
  expect(ends - NOW).toBe(1500 + 900 + 300);
});

test("before the start, and when the running item is gone, there is no course", () => {
  expect(courseOf(AGENDA, null, NOW)).toBeNull();
  expect(courseOf(AGENDA, { ...CLOCK, item: "gone" }, NOW)).toBeNull();
});

test("widths on the line are minutes: what was taken, what runs with its overtime, what is to come", () => {
  const stretches = line(course(1500 + 240));
  const whole = 240 + 1740 + 300 + 1200 + 300;
  expect(stretches.map(({ share }) => Math.round(share * whole))).toEqual([240, 1740, 300, 1200, 300]);
  expect(stretches.map(({ state }) => state)).toEqual(["gone", "now", "ahead", "ahead", "ahead"]);
  expect(stretches.map(({ gone }) => gone)).toEqual([0, 1, 0, 0, 0]);
  expect(stretches.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  expect(line(course(375))[1]?.gone).toBe(0.25);
});

test("an item that was left out or passed at once takes no place", () => {
  const agenda = new Map(AGENDA).set("agree", item("a", 5, { spent: 0 })).set("rest", item("c", 5, { skipped: true }));
  expect(line(course(0, CLOCK, agenda)).map(({ id }) => id)).toEqual(["draft", "review", "finish"]);
});

test.each([
  [301, 1500, "calm"],
  [300, 1500, "late"],
  [76, 1500, "late"],
  [75, 1500, "last"],
  [1, 1500, "last"],
  [0, 1500, "over"],
  [-60, 1500, "over"],
] as const)("%i of %i seconds left: %s", (left, length, is) => {
  expect(mood(left, length)).toBe(is);
});

test.each([
  [425, "7:05"],
  [424.2, "7:05"],
  [0, "0:00"],
  [-0.4, "0:00"],
  [-80, "+1:20"],
  [5400, "90:00"],
] as const)("%d seconds are %s", (left, words) => {
  expect(face(left)).toBe(words);
});

test("the tone sounds once at an end, and not for a page that opens late or slept through it", () => {
  const heard = (lefts: readonly number[]) => {
    let before = null as { item: string; left: number } | null;
    let count = 0;
    for (const left of lefts) {
      const look = { item: "draft", left };
      if (rings(before, look)) count += 1;
      before = look;
    }
    return count;
  };
  expect(heard([3, 2, 1, 0, -1, -2])).toBe(1);
  expect(heard([2, 0, 300, 1, -1])).toBe(2);
  expect(heard([-5, -6])).toBe(0);
  expect(heard([600, -900])).toBe(0);
  expect(rings({ item: "agree", left: 1 }, { item: "draft", left: -1 })).toBe(false);
});

test("+5 offers each later item that keeps a minute, the end, and leaving one out, but never without Finish", () => {
  const found = offers(course(600), 300);
  expect(found.map(({ from }) => from)).toEqual(["review", "end", { skip: "rest" }, { skip: "review" }]);
  expect(found.map(({ before, after }) => [before, after])).toEqual([
    [20, 15],
    [0, 0],
    [5, 0],
    [20, 0],
  ]);
  expect(found.map(({ ends }) => ends - NOW)).toEqual([3300, 3600, 3300, 2400]);
});

test("time for an item that ran over covers what it overran first", () => {
  const [, end] = offers(course(1500 + 240), 300);
  expect(end).toMatchObject({ from: "end", ends: course(1740).ends + 60 });
});

test("fifty computers whose clocks are up to ten minutes off show the same time within a quarter of a second", () => {
  const shown = Array.from({ length: 50 }, (_, n) => {
    const [skew, trip] = [-600 + n * 24.5, (n % 9) * 0.1];
    vi.useFakeTimers({ now: (NOW + skew) * 1000 });
    const server = new ServerClock();
    // It is NOW on the server; the notice left half a round trip ago.
    server.heard(NOW - trip / 2, true);
    server.roundTrip(trip);
    return courseOf(AGENDA, { ...CLOCK, since: NOW - 600 }, server.serverNow())?.left ?? Number.NaN;
  });
  vi.useRealTimers();
  expect(Math.max(...shown) - Math.min(...shown)).toBeLessThan(0.25);
  expect(shown[0]).toBeCloseTo(900, 1);
});

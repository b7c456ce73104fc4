import { expect, test } from "vitest";
import vectors from "../../../tests/data/agenda.json";
import type { Item } from "../worksession.generated";
import { lacking, mending, rowsOf, stretched, sumOf } from "./agenda";

/** "Draft 25" or "- 5" for a break, "! 5" for the finish. */
function agenda(...lines: readonly string[]): ReadonlyMap<string, Item> {
  return new Map(
    lines.map((line, at) => {
      const [title = "", minutes = "0"] = line.split(" ");
      const kind = title === "-" ? "break" : title === "!" ? "finish" : "work";
      const rank = String(at + 1).padStart(4, "0");
      const item: Item = {
        title,
        minutes: Number(minutes),
        extra: 0,
        kind,
        owner: null,
        rank,
        spent: null,
        skipped: false,
      };
      return [title + at, item];
    }),
  );
}

const HOUR = ["Agree 5", "Draft 25", "- 5", "Review 20", "! 5"];

test("rows begin where the one before ends", () => {
  const rows = rowsOf(agenda(...HOUR), 60);
  expect(rows.map(({ from }) => from)).toEqual([0, 5, 30, 35, 55]);
  expect(rows.some(({ over }) => over)).toBe(false);
  expect(sumOf(rows)).toBe(60);
});

test("the row that does not fit is marked, and those before it are not", () => {
  const late = rowsOf(agenda("Agree 5", "Draft 25", "- 5", "Review 25", "! 5"), 60);
  expect(late.filter(({ over }) => over).map(({ item }) => item.title)).toEqual(["!"]);
  const short = rowsOf(agenda(...HOUR), 32);
  expect(short.filter(({ over }) => over).map(({ item }) => item.title)).toEqual(["-", "Review", "!"]);
});

test.each(vectors)("of $breaks in $minutes minutes $lacking are missing", ({ minutes, breaks, lacking: missing }) => {
  expect(lacking(minutes, breaks)).toBe(missing);
});

test("another length stretches the work; first and last keep theirs", () => {
  const rows = rowsOf(agenda(...HOUR), 60);
  for (const minutes of [30, 45, 61, 90, 120, 240]) {
    const lengths = stretched(rows, minutes);
    expect([...lengths.values()].reduce((sum, one) => sum + one, 0)).toBe(minutes);
    expect([lengths.get("Agree0"), lengths.get("!4")]).toEqual([5, 5]);
    expect(lengths.get("-2")).toBe(minutes >= 90 ? 10 : 5);
  }
  expect(stretched(rows, 20).size).toBe(0);
});

test("work of one person stretches, too", () => {
  expect([...stretched(rowsOf(agenda("Work 48", "! 2"), 50), 90).values()]).toEqual([88, 2]);
});

test("one row of work makes the rest fit", () => {
  const over = mending(rowsOf(agenda("Agree 5", "Draft 25", "- 5", "Review 25", "! 5"), 60), 60);
  expect([over?.row.item.title, over?.minutes]).toEqual(["Review", 20]);
  const under = mending(rowsOf(agenda("Draft 20", "! 5"), 30), 30);
  expect([under?.row.item.title, under?.minutes]).toEqual(["Draft", 25]);
  expect(mending(rowsOf(agenda(...HOUR), 60), 60)).toBeNull();
  expect(mending(rowsOf(agenda("Draft 20", "! 20"), 20), 20)).toBeNull();
});

import { expect, test } from "vitest";
import type { Condition, Item } from "../../../../worksession.generated";
import { courseOf } from "../time/course";
import { looksOver, walkOf } from "./walk";

const condition = (text: string, rank: string): Condition => ({ text, met: false, rank, note: null });
const CONDITIONS = new Map([
  ["c", condition("Speed", "3")],
  ["a", condition("Areas", "1")],
  ["b", condition("Heights", "2")],
]);

const HOUR: Readonly<Record<string, Item["kind"]>> = {
  agree: "work",
  draft: "work",
  rest: "break",
  review: "work",
  finish: "finish",
};

function running(current: string, kinds = HOUR, skipped: readonly string[] = []) {
  const agenda = Object.entries(kinds).map(([id, kind], n) => [id, row(kind, n, skipped.includes(id))] as const);
  const clock = { item: current, since: 0, before: 0, began: 0, end: 3600, act: null };
  const course = courseOf(new Map(agenda), clock, 0);
  if (!course) throw new Error("nothing runs");
  return course;
}

function row(kind: Item["kind"], n: number, skipped: boolean): Item {
  return { title: "", minutes: 5, kind, rank: String(n), extra: 0, owner: null, spent: null, skipped };
}

test("the last item of work looks over what the others made", () => {
  const found = Object.keys(HOUR).filter((id) => looksOver("team", running(id)));
  expect(found).toEqual(["review"]);
  expect(looksOver("team", running("draft", HOUR, ["review"]))).toBe(true);
  const asked = { ...HOUR, finish: "board", end: "finish" } as const;
  expect(looksOver("team", running("review", asked))).toBe(true);
});

test("one item of work looks over nothing, and neither does whoever works alone or beside others", () => {
  expect(looksOver("brainstorming", running("draft", { ideas: "board", draft: "work", finish: "finish" }))).toBe(false);
  for (const kind of ["individual", "deep_work", "coworking"] as const) {
    expect(looksOver(kind, running("review"))).toBe(false);
  }
});

test("one condition after the other, in their order, and back", () => {
  const steps = [null, "a", "b", "c"].map((shown) => walkOf(CONDITIONS, { shown }));
  expect(steps.map(({ shown, back, next }) => [shown?.condition.text, shown?.place, back, next])).toEqual([
    [undefined, undefined, null, "a"],
    ["Areas", 1, null, "b"],
    ["Heights", 2, "a", "c"],
    ["Speed", 3, "b", null],
  ]);
});

test("one that is gone is shown no more", () => {
  expect(walkOf(CONDITIONS, { shown: "gone" })).toMatchObject({ shown: null, all: 3, next: "a" });
  expect(walkOf(new Map(), null)).toEqual({ shown: null, all: 0, back: null, next: null });
});

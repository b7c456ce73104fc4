import { expect, test } from "vitest";
import { item } from "../../../../../test/fake-session";
import type { Agreement, ClockState, Item, ItemBoard } from "../../../../worksession.generated";
import { courseOf } from "../time/course";
import { asked, holdsBoard, justOver, resultOf, stageOf } from "./state";

const board = (state: ItemBoard["state"], asks = false): ItemBoard => ({ state, decision: null, asks });
const an = (more: Partial<Item>): Item => item("Which one?", "2", 3, { kind: "board", ...more });

function running(id: string, agenda: ReadonlyMap<string, Item>) {
  const clock = { item: id, since: 0, before: 0, began: 0, end: 3600, act: null } as ClockState;
  return courseOf(agenda, clock, 0) ?? expect.unreachable("it runs");
}

test("an item of another kind shows none, whatever its title", () => {
  expect(stageOf(item("Draft", "1", 25))).toBeNull();
  expect(stageOf(undefined)).toBeNull();
});

test.each([
  [undefined, "planned", false],
  ["open", "open", true],
  // Its count stands in the text already, and people on the board can still decide.
  ["counted", "open", true],
  ["decided", "decided", false],
  ["gone", "gone", false],
] as const)("a board in state %s shows as %s while its item runs", (state, stage, holds) => {
  const one = an(state ? { board: board(state) } : {});
  expect(stageOf(one)).toBe(stage);
  expect(holdsBoard(one)).toBe(holds);
});

test("of two questions that wait, the next one is found; planned and deleted boards are not", () => {
  const agenda = new Map([
    ["draft", item("Draft", "1", 25)],
    ["planned", an({ rank: "2", board: board("open") })],
    ["gone", an({ rank: "3", board: board("gone", true) })],
    ["first", an({ rank: "4", board: board("open", true) })],
    ["second", an({ rank: "5", board: board("open", true) })],
    ["finish", item("Finish", "6", 5, { kind: "finish" })],
  ]);
  expect(asked(running("draft", agenda), agenda)).toBe("first");
  expect(asked(running("first", agenda), agenda)).toBe("second");
  expect(asked(running("second", agenda), agenda)).toBeNull();
});

test("only the board of the item that ended last is found, and skipped items do not count", () => {
  const agenda = new Map([
    ["early", an({ rank: "0", board: board("open"), spent: 60 })],
    ["one", an({ rank: "1", board: board("counted"), spent: 60 })],
    ["out", item("Review", "2", 5, { skipped: true, spent: 0 })],
    ["draft", item("Draft", "3", 25)],
    ["finish", item("Finish", "4", 5, { kind: "finish" })],
  ]);
  expect(justOver(running("draft", agenda), agenda, "counted")).toBe("one");
  expect(justOver(running("draft", agenda), agenda, "open")).toBeNull();
  expect(justOver(running("one", agenda), agenda, "open")).toBe("early");
  expect(justOver(running("early", agenda), agenda, "open")).toBeNull();
});

test("a decision stands before the count that came first", () => {
  const entry = (more: Partial<Agreement>) => ({ by: "board", open: false, ...more }) as Agreement;
  const count = entry({ board: "b", text: "North (3 dots)" });
  const decision = entry({ board: "b", text: "North", decision: "f00" });
  const entries = new Map([
    ["1", count],
    ["2", entry({ text: "Something else" })],
    ["3", decision],
  ]);
  expect(resultOf(entries, "b")).toBe(decision);
  expect(resultOf(new Map([["1", count]]), "b")).toBe(count);
  expect(resultOf(entries, "other")).toBeNull();
});

import { effect } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { table } from "../../../../../test/wall";
import { CHOSEN, MISSED, MOVING, marksOf, OPEN, STALE } from "./marks";
import { LOOSE } from "./wall";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function marked() {
  const { board, ...rest } = table();
  const marks = marksOf(board);
  return { ...rest, marks, all: () => [..."abc"].map((id) => marks.of(id).value ?? 0) };
}

test("a card that nothing happens to has no marks", () => {
  expect(marked().all()).toEqual([0, 0, 0]);
});

test("marks add up, and go with what they stand for", () => {
  const { wall, marks, moving, all } = marked();
  wall.selection.value = { chosen: new Set(["a", "b"]), anchor: "b" };
  moving.value = new Set(["b"]);
  marks.turn("b");
  expect(all()).toEqual([CHOSEN, CHOSEN | MOVING | OPEN, 0]);
  wall.selection.value = { chosen: new Set(), anchor: null };
  moving.value = new Set();
  marks.turn("b");
  expect(all()).toEqual([0, 0, 0]);
});

test("a move of mine marks its card until the document has it", () => {
  const { wall, all } = marked();
  wall.sent.value = new Map([["c", { cluster: "X", rank: "a" }]]) as typeof wall.sent.value;
  expect(all()).toEqual([0, 0, MOVING]);
});

test("what the find box does not find is marked, and nothing once it is empty", () => {
  const { wall, all } = marked();
  wall.sought.value = "idea b";
  expect(all()).toEqual([MISSED, 0, MISSED]);
  wall.sought.value = "";
  expect(all()).toEqual([0, 0, 0]);
});

test("a card under my pointer that lies elsewhere by now is marked until I go", () => {
  const { wall, move, all } = marked();
  wall.pointed.value = LOOSE;
  move("b", "X");
  expect(all()).toEqual([0, STALE, 0]);
  wall.pointed.value = null;
  expect(all()).toEqual([0, 0, 0]);
});

test("a mark of one card wakes up no other card", () => {
  const { wall, marks } = marked();
  let woken = 0;
  const stop = effect(() => {
    marks.of("a").value;
    woken += 1;
  });
  wall.selection.value = { chosen: new Set(["b"]), anchor: "b" };
  marks.turn("c");
  expect(woken).toBe(1);
  wall.selection.value = { chosen: new Set(["a", "b"]), anchor: "a" };
  expect(woken).toBe(2);
  stop();
});

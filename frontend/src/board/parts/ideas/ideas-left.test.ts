import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { Board } from "../../engine/boot";
import { ideasLeft } from "./ideas-left";

type Mine = { id: string; state: string };

function board(used: number, left: number | undefined, mine: Mine[], revealed: string[] = []) {
  return {
    own: { ideas: signal(mine) },
    state: {
      you: signal({ used, ...(left === undefined ? {} : { ideas_left: left }) }),
      ideas: signal(revealed.map((id, at) => ({ id, number: at + 1 }))),
    },
  } as unknown as Board;
}
const some = (n: number, state: string, from = 0) =>
  Array.from({ length: n }, (_, at) => ({ id: `idea ${from + at}`, state }));

test("what is on its way counts, and so does what the server has answered and not counted yet", () => {
  expect(ideasLeft(board(3, 9, some(3, "saved")))).toBe(9);
  expect(ideasLeft(board(3, 9, [...some(3, "saved"), ...some(4, "sending", 3)]))).toBe(5);
  expect(ideasLeft(board(3, 9, [...some(6, "saved"), ...some(4, "late", 6)]))).toBe(2);
  expect(ideasLeft(board(3, 9, some(40, "sending")))).toBe(0);
});

test("what was not taken, was withdrawn or is of an earlier round does not count", () => {
  const mine = [...some(2, "refused"), ...some(2, "withdrawn", 2), ...some(5, "saved", 4)];
  expect(ideasLeft(board(0, 6, mine, ["idea 4", "idea 5", "idea 6", "idea 7"]))).toBe(5);
});

test("ideas that another browser's storage holds count as the server says", () => {
  expect(ideasLeft(board(12, 0, []))).toBe(0);
  expect(ideasLeft(board(12, 3, some(2, "sending")))).toBe(1);
});

test("a server that does not tell sets no bound", () => {
  expect(ideasLeft(board(0, undefined, some(5, "saved")))).toBe(Number.POSITIVE_INFINITY);
});

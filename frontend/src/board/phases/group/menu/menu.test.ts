import { expect, test } from "vitest";
import { type Choice, steady } from "./menu";

const choice = (key: string, label = key): Choice => ({ key, label, run: () => undefined });
const rows = (choices: readonly Choice[]) => choices.map(({ key, label, off }) => `${key}:${label}${off ? "!" : ""}`);

test("what others do while a menu is open moves none of its rows", () => {
  const before = [choice("a"), choice("b"), choice("c")];
  const now = [choice("d"), choice("c", "C, renamed"), choice("a")];
  expect(rows(steady(before, now, "gone"))).toEqual(["a:a", "b:b!", "c:c", "d:d"]);
});

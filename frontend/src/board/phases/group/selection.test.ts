import { expect, test } from "vitest";
import { extended, NOTHING, pruned, toggled } from "./selection";

const order = [..."abcdef"];
const chosen = (selection: { chosen: ReadonlySet<string> }) => [...selection.chosen].sort().join("");

test("a range runs from the last pressed card to this one, either way", () => {
  const start = toggled(NOTHING, "c");
  expect(chosen(extended(start, "e", order))).toBe("cde");
  expect(chosen(extended(start, "a", order))).toBe("abc");
});

test("a range keeps what was chosen before, and without a start is one card", () => {
  expect(chosen(extended(toggled(toggled(NOTHING, "a"), "d"), "e", order))).toBe("ade");
  expect(chosen(extended(NOTHING, "b", order))).toBe("b");
});

test("pressing again takes the card out", () => expect(chosen(toggled(toggled(NOTHING, "a"), "a"))).toBe(""));

test("cards that left the board leave the selection", () => {
  const both = toggled(toggled(NOTHING, "a"), "b");
  expect(chosen(pruned(both, (idea) => idea === "a"))).toBe("a");
  expect(pruned(both, () => true)).toBe(both);
});

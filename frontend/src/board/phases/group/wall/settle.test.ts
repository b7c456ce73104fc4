import { expect, test } from "vitest";
import { type Boxes, CALM, settle } from "./settle";

const boxes = (of: Record<string, string>): Boxes => new Map(Object.entries(of).map(([id, ideas]) => [id, [...ideas]]));
const plain = (of: Boxes) => Object.fromEntries([...of].map(([id, ideas]) => [id, ideas.join("")]));
const hold = (frozen: string[], tails: string[] = [], own: string[] = []) => ({
  frozen: new Set(frozen),
  tails: new Set(tails),
  own: new Set(own),
});

const before = boxes({ loose: "abcd", X: "ef", Y: "gh" });

test("without anything held the page shows what is true", () => {
  const now = boxes({ loose: "d", X: "afe", Y: "ghbc" });
  const settled = settle(before, now, CALM);
  expect(settled.boxes).toEqual(now);
  expect(settled.stale.size + settled.waiting.size).toBe(0);
});

test("boxes that did not change are the same objects, so that nothing draws them again", () => {
  const settled = settle(before, boxes({ loose: "abc", X: "efd", Y: "gh" }), CALM);
  expect(settled.boxes.get("Y")).toBe(before.get("Y"));
});

test("a box in which nothing happened is not looked into, held or not", () => {
  const still = Object.assign([..."gh"], {
    [Symbol.iterator]: () => {
      throw new Error("looked into");
    },
  });
  const shown: Boxes = new Map([...before, ["Y", still]]);
  const now: Boxes = new Map([...boxes({ loose: "abc", X: "efd" }), ["Y", still]]);
  expect(settle(shown, now, CALM).boxes).toEqual(now);
  expect(settle(shown, now, hold(["X"], ["X"])).boxes.get("Y")).toBe(still);
});

test("what became true in the end is the true list itself", () => {
  const now = boxes({ loose: "abc", X: "efd", Y: "gh" });
  expect(settle(before, now, CALM).boxes.get("X")).toBe(now.get("X"));
});

test("a card that somebody takes out of a held box stays there and says where it is", () => {
  const settled = settle(before, boxes({ loose: "acd", X: "efb", Y: "gh" }), hold(["loose"], ["loose"]));
  expect(plain(settled.boxes)).toEqual({ loose: "abcd", X: "ef", Y: "gh" });
  expect(Object.fromEntries(settled.stale)).toEqual({ b: "X" });
  expect(settled.waiting.get("loose")).toBe(1);
});

test("a card that comes into the lowest held box goes to its end, whatever its rank", () => {
  const settled = settle(before, boxes({ loose: "abcd", X: "gef", Y: "h" }), hold(["X"], ["X"]));
  expect(plain(settled.boxes)).toEqual({ loose: "abcd", X: "efg", Y: "h" });
});

test("a card for a box above the held one waits where it is", () => {
  const settled = settle(before, boxes({ loose: "bcd", X: "efa", Y: "gh" }), hold(["X", "Y"], ["Y"]));
  expect(plain(settled.boxes)).toEqual({ loose: "abcd", X: "ef", Y: "gh" });
  expect(settled.waiting.get("X")).toBe(1);
});

test("others' sorting of a held box waits", () => {
  const settled = settle(before, boxes({ loose: "dcba", X: "fe", Y: "gh" }), hold(["loose"], ["loose"]));
  expect(plain(settled.boxes)).toEqual({ loose: "abcd", X: "fe", Y: "gh" });
});

test("my own moves pass through held boxes and land where I put them", () => {
  const now = boxes({ loose: "bcd", X: "eaf", Y: "gh" });
  expect(plain(settle(before, now, hold(["loose", "X"], ["X"], ["a"])).boxes)).toEqual(plain(now));
  const sorted = boxes({ loose: "bcda", X: "ef", Y: "gh" });
  expect(plain(settle(before, sorted, hold(["loose"], ["loose"], ["a"])).boxes).loose).toBe("bcda");
});

test("a held group that somebody dissolved stays until it is let go", () => {
  const now = boxes({ loose: "abcdef", Y: "gh" });
  const held = settle(before, now, hold(["X"], ["X"]));
  expect(plain(held.boxes)).toEqual({ loose: "abcd", Y: "gh", X: "ef" });
  expect(plain(settle(held.boxes, now, CALM).boxes)).toEqual(plain(now));
});

test("twenty moves while one box is held lose and double nobody", () => {
  const ids = [..."abcdefghijklmnopqrstuvwxyz"];
  let shown: Boxes = new Map([
    ["loose", ids],
    ["X", []],
    ["Y", []],
  ]);
  let now = shown;
  ids.slice(0, 20).forEach((idea, turn) => {
    const to = turn % 2 ? "X" : "Y";
    now = new Map(
      [...now].map(([box, ideas]) => [box, [...ideas.filter((id) => id !== idea), ...(box === to ? [idea] : [])]]),
    );
    const settled = settle(shown, now, hold(["loose", "X"], ["loose", "X"]));
    shown = settled.boxes;
    expect([...shown.values()].flat().sort()).toEqual(ids);
    expect(shown.get("loose")).toEqual(ids);
  });
  expect(settle(shown, now, CALM).boxes).toEqual(now);
});

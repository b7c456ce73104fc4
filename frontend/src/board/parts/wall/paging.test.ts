import { expect, test } from "vitest";
import { balanced, fits, paged, pageOf, repaged, type Sized } from "./paging";

const ROOM = { columns: 3, height: 100 };
const texts = (...heights: number[]): Sized[] => heights.map((height, at) => ({ id: String(at + 1), height }));
const ids = (columns: Sized[][]) => columns.map((column) => column.map(({ id }) => id).join(""));

test("pages are filled column by column, in order, with whole texts", () => {
  expect(paged(texts(60, 60, 30, 50, 50, 40, 90), ROOM)).toEqual([
    ["1", "2", "3", "4", "5"],
    ["6", "7"],
  ]);
  expect(paged([], ROOM)).toEqual([]);
});

test("a text taller than a column has a page of its own", () => {
  expect(paged(texts(30, 140, 30), ROOM)).toEqual([["1"], ["2"], ["3"]]);
});

test("the columns of a page are even", () => {
  expect(ids(balanced(texts(30, 30, 30), ROOM))).toEqual(["1", "2", "3"]);
  expect(ids(balanced(texts(20, 20, 20, 20, 20, 20), ROOM))).toEqual(["12", "34", "56"]);
  expect(ids(balanced(texts(90, 20, 20, 20), ROOM))).toEqual(["1", "234"]);
  expect(ids(balanced(texts(0, 0, 0), { columns: 1, height: Number.POSITIVE_INFINITY }))).toEqual(["123"]);
});

test("breaks stay when a text grows, goes or comes: only its own page is cut", () => {
  const before = paged(texts(50, 50, 50, 50, 50, 50, 50, 50), ROOM);
  expect(before).toEqual([
    ["1", "2", "3", "4", "5", "6"],
    ["7", "8"],
  ]);
  const grown = texts(90, 50, 50, 50, 50, 50, 50, 50);
  expect(repaged(before, grown, ROOM)).toEqual([["1", "2", "3", "4", "5"], ["6"], ["7", "8"]]);
  const fewer = texts(50, 50, 50, 50, 50, 50, 50, 50).filter(({ id }) => id !== "2");
  expect(repaged(before, fewer, ROOM)).toEqual([
    ["1", "3", "4", "5", "6"],
    ["7", "8"],
  ]);
  expect(repaged(before, texts(...Array.from({ length: 14 }, () => 50)), ROOM)).toEqual([
    ["1", "2", "3", "4", "5", "6"],
    ["7", "8", "9", "10", "11", "12"],
    ["13", "14"],
  ]);
  expect(repaged(before, [], ROOM)).toEqual([]);
});

test("a text that went and comes back has its place again", () => {
  const all = texts(50, 50, 50, 50, 50, 50, 50, 50);
  const before = paged(all, ROOM);
  for (const gone of ["1", "3", "6", "8"]) {
    const without = repaged(
      before,
      all.filter(({ id }) => id !== gone),
      ROOM,
    );
    expect(without.flat()).not.toContain(gone);
    expect(repaged(without, all, ROOM)).toEqual(before);
  }
});

test("a place is an idea: its page, or the first", () => {
  const pages = [["1", "2"], ["3"]];
  expect([pageOf(pages, "3"), pageOf(pages, null), pageOf(pages, "9")]).toEqual([1, 0, 0]);
  expect(fits(texts(90, 90, 90), ROOM)).toBe(true);
});

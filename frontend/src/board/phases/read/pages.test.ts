import { expect, test } from "vitest";
import { pagesOf, pageWith, placeAmong } from "./pages";

const ideas = (...lengths: number[]) =>
  lengths.map((length, at) => ({ id: `i${at + 1}`, number: at + 1, text: "a".repeat(length) }));
const sizes = (...lengths: number[]) => pagesOf(ideas(...lengths)).map((page) => page.length);

test("a page takes whole texts in their order while its columns have room", () => {
  expect(sizes()).toEqual([]);
  expect(sizes(20)).toEqual([1]);
  expect(sizes(...Array<number>(60).fill(20))).toEqual([8, 8, 8, 8, 8, 8, 8, 4]);
  expect(sizes(...Array<number>(12).fill(140))).toEqual([6, 6]);
  expect(
    pagesOf(ideas(140, 140, 140, 140, 140, 140, 140))
      .flat()
      .map(({ id }) => id),
  ).toEqual(["i1", "i2", "i3", "i4", "i5", "i6", "i7"]);
});

test("a text that is longer than a column has a page to itself", () => {
  expect(sizes(40, 1000, 40, 40)).toEqual([1, 1, 2]);
  expect(sizes(1000, 1000)).toEqual([1, 1]);
});

test("line breaks count as lines, and characters as people count them", () => {
  expect(pagesOf([...ideas(20), { id: "x", number: 2, text: "a\n".repeat(40) }]).length).toBe(2);
  const faces = { id: "x", number: 1, text: "🙂".repeat(140) };
  expect(pagesOf([faces, faces, faces, faces, faces, faces, faces]).map((page) => page.length)).toEqual([6, 1]);
});

test("a text that grows moves no page before its own", () => {
  const before = pagesOf(ideas(...Array<number>(30).fill(100)));
  const after = pagesOf(ideas(...Array<number>(20).fill(100), 600, ...Array<number>(9).fill(100)));
  const at = pageWith(before, "i21");
  expect(after.slice(0, at)).toEqual(before.slice(0, at));
});

test("an idea is found by its page; without it the first page shows", () => {
  const pages = pagesOf(ideas(...Array<number>(20).fill(20)));
  expect(pageWith(pages, "i9")).toBe(1);
  expect(pageWith(pages, "gone")).toBe(0);
  expect(pageWith(pages, null)).toBe(0);
});

test("when an idea goes, the one with the next number takes its place", () => {
  const left = ideas(1, 1, 1, 1).filter(({ number }) => number !== 2);
  expect(placeAmong(left, "i3", 3)).toBe(1);
  expect(placeAmong(left, "i2", 2)).toBe(1);
  expect(placeAmong(left.slice(0, 2), "i4", 4)).toBe(1);
  expect(placeAmong([], "i4", 4)).toBe(0);
});

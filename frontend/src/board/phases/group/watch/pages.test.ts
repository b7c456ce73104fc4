import { expect, test } from "vitest";
import { pageAt, pagesOf, turnedTo } from "./pages";

const group = (id: string, ...ideas: string[]) => ({
  id,
  letter: null,
  name: id,
  ideas: ideas.map((idea) => ({ id: idea }) as never),
});

test("the page follows its place while this is on a page of the same kind", () => {
  const before = pagesOf(
    [group("g")],
    [
      ["1", "2"],
      ["3", "4"],
    ],
    8,
  );
  const turned = turnedTo(before, 2);
  expect(turned).toEqual({ place: "3", kind: "loose", nth: 1 });
  const after = pagesOf([group("g")], [["2", "3", "4"]], 8);
  expect(pageAt(after, "3", turned)).toBe(1);
});

test("a page of ideas in no group stays when its first idea is grouped, and goes with the last of them", () => {
  const turned = turnedTo(
    pagesOf(
      [group("g")],
      [
        ["1", "2"],
        ["3", "4"],
      ],
      8,
    ),
    2,
  );
  expect(pageAt(pagesOf([group("g", "3")], [["1", "2"], ["4"]], 8), "3", turned)).toBe(2);
  expect(pageAt(pagesOf([group("g", "3", "4")], [["1", "2"]], 8), "3", turned)).toBe(1);
  expect(pageAt(pagesOf([group("g", "1", "2", "3", "4")], [], 8), "3", turned)).toBe(0);
});

test("what the facilitator shows is found on a page of any kind", () => {
  const pages = pagesOf([group("g", "3")], [["1"]], 8);
  expect(pageAt(pages, "3", { place: "1", kind: "loose", nth: 0 })).toBe(0);
  expect(pageAt(pages, null, null)).toBe(0);
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import paper from "../../../../board/words/en/page.ftl?raw";
import readme from "../../../../README.md?raw";
import { tooOld } from "./floor";

const sources = import.meta.glob<string>(["../../**/*.{ts,tsx}", "!../../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

beforeEach(() => {
  vi.stubGlobal("CSS", { supports: () => true });
  if (!("popover" in HTMLElement.prototype)) Object.assign(HTMLElement.prototype, { popover: null });
});
afterEach(() => {
  vi.restoreAllMocks();
});

it("takes a browser that has everything, and none that lacks what styles need", () => {
  expect(tooOld()).toBe(false);
  vi.stubGlobal("CSS", { supports: (asked: string) => !asked.includes(":has(") });
  expect(tooOld()).toBe(true);
});

it("takes none that lacks one thing", () => {
  const { findLast } = Array.prototype;
  Reflect.deleteProperty(Array.prototype, "findLast");
  const without = tooOld();
  Object.defineProperty(Array.prototype, "findLast", { value: findLast, configurable: true, writable: true });
  expect([without, tooOld()]).toEqual([true, false]);
});

it("is named alike on the page and in the README", () => {
  for (const version of [/Chrome (?:or|and) Edge (\d+)/, /Firefox (\d+)/, /Safari (\d+)/]) {
    expect(paper.match(version)?.[1]).toMatch(/^\d+$/);
    expect(readme.match(version)?.[1]).toBe(paper.match(version)?.[1]);
  }
});

it("is not raised by a method or pattern that a line of its own replaces", () => {
  // `toSorted` and the like: Safari 16; a look behind: Safari 16.4, where it makes the whole script unreadable.
  const newer = /\.to(Reversed|Sorted|Spliced)\(|\(\?<[=!]|Promise\.withResolvers|Object\.groupBy|Array\.fromAsync/;
  expect(Object.entries(sources).filter(([, source]) => newer.test(source))).toEqual([]);
});

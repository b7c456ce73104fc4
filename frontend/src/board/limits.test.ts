import { expect, test } from "vitest";
import cases from "../../../tests/data/invisible.json";
import limits from "../../../tests/data/limits.json";
import { LIMITS, length, trimmed, unfit, withoutControls } from "./limits";

const VIEWS = import.meta.glob<string>("../**/*.tsx", { query: "?raw", import: "default", eager: true });

// The server's limits are held to the same table.
test("limits are those of the server", () => {
  expect(LIMITS).toEqual(limits);
});

test("no field brings a limit of its own", () => {
  expect(Object.keys(VIEWS).length).toBeGreaterThan(50);
  const own = Object.entries(VIEWS).flatMap(([file, source]) =>
    [...source.matchAll(/\b(?:max|most|maxLength)=\{?["\d][^\s}]*/g)].map(([found]) => `${file}: ${found}`),
  );
  expect(own).toEqual([]);
});

test("an emoji outside the first plane counts once, as on the server", () => {
  expect(length("🦄".repeat(1000))).toBe(1000);
  expect(unfit("🦄".repeat(1000))).toBeNull();
  expect(unfit("🦄".repeat(1001))).toBe("long");
});

test("only what is between the ends counts, and it is kept", () => {
  expect(length(`  ${"a".repeat(1000)}\n`)).toBe(1000);
  expect(trimmed("\n a\n\nb \t")).toBe("a\n\nb");
});

test("white space is what the server takes for it, which is not what JavaScript's trim takes", () => {
  expect(trimmed("\x1c\x85\u2003a\u3000\x1f")).toBe("a");
  expect(trimmed("\ufeffa")).toBe("\ufeffa");
  expect(unfit(" \u2028\n")).toBe("empty");
});

test.each(Object.entries(cases.empty))("what draws nothing is empty: %s", (_, text) => {
  expect(trimmed(text)).toBe("");
  expect(unfit(text)).toBe("empty");
});

test.each(Object.entries(cases.kept))("what is drawn is kept as it is: %s", (_, text) => {
  expect(trimmed(`\n${text} `)).toBe(text);
  expect(withoutControls(text)).toBe(text);
  expect(unfit(text)).toBeNull();
});

test.each(cases.refused)("the page takes $code out", ({ text, cleaned }) => {
  expect(withoutControls(text)).toBe(cleaned);
});

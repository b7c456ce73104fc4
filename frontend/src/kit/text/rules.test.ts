import { expect, test } from "vitest";
import cases from "../../../../tests/data/invisible.json";
import { length, trimmed, unfit, withoutControls } from "./rules";

test("an emoji outside the first plane counts once, as on the server", () => {
  expect(length("🦄".repeat(1000))).toBe(1000);
  expect(unfit("🦄".repeat(1000), 1000)).toBeNull();
  expect(unfit("🦄".repeat(1001), 1000)).toBe("long");
});

test("only what is between the ends counts, and it is kept", () => {
  expect(length(`  ${"a".repeat(1000)}\n`)).toBe(1000);
  expect(trimmed("\n a\n\nb \t")).toBe("a\n\nb");
});

test("white space is what the server takes for it, which is not what JavaScript's trim takes", () => {
  expect(trimmed("\x1c\x85\u2003a\u3000\x1f")).toBe("a");
  expect(trimmed("\ufeffa")).toBe("\ufeffa");
  expect(unfit(" \u2028\n", 1000)).toBe("empty");
});

test.each(Object.entries(cases.empty))("what draws nothing is empty: %s", (_, text) => {
  expect(trimmed(text)).toBe("");
  expect(unfit(text, 1000)).toBe("empty");
});

test.each(Object.entries(cases.kept))("what is drawn is kept as it is: %s", (_, text) => {
  expect(trimmed(`\n${text} `)).toBe(text);
  expect(withoutControls(text)).toBe(text);
  expect(unfit(text, 1000)).toBeNull();
});

test.each(cases.refused)("the page takes $code out", ({ text, cleaned }) => {
  expect(withoutControls(text)).toBe(cleaned);
});

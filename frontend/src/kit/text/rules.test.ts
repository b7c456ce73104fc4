import { expect, test } from "vitest";
import cases from "../../../../tests/data/invisible.json";
import texts from "../../../../tests/data/text.json";
import { length, trimmed, unfit, withoutControls } from "./rules";

// The server counts and trims by the same table.
test.each(texts)("$text of $length where $most fit", (one) => {
  const text = one.text.repeat(one.times ?? 1);
  expect(trimmed(text)).toBe(one.trimmed ?? text.trim());
  expect(length(text)).toBe(one.length);
  expect(unfit(text, one.most)).toBe(one.unfit);
});

test("an emoji outside the first plane counts once, as on the server", () => {
  expect(length("🦄".repeat(1000))).toBe(1000);
  expect(unfit("🦄".repeat(1000), 1000)).toBeNull();
  expect(unfit("🦄".repeat(1001), 1000)).toBe("long");
});

test("white space at the ends does not count, and the rest is kept", () => {
  expect(length(`  ${"a".repeat(1000)}\n`)).toBe(1000);
  expect(trimmed("\n a\n\nb \t")).toBe("a\n\nb");
});

test("white space is the server's, not that of JavaScript's trim", () => {
  expect(trimmed("\x1c\x85\u2003a\u3000\x1f")).toBe("a");
  expect(trimmed("\ufeffa")).toBe("\ufeffa");
  expect(unfit(" \u2028\n", 1000)).toBe("empty");
});

test.each(Object.entries(cases.empty))("a text that draws nothing is empty: %s", (_, text) => {
  expect(trimmed(text)).toBe("");
  expect(unfit(text, 1000)).toBe("empty");
});

test.each(Object.entries(cases.kept))("a text that draws something is kept: %s", (_, text) => {
  expect(trimmed(`\n${text} `)).toBe(text);
  expect(withoutControls(text)).toBe(text);
  expect(unfit(text, 1000)).toBeNull();
});

test.each(cases.refused)("the page removes $code", ({ text, cleaned }) => {
  expect(withoutControls(text)).toBe(cleaned);
});

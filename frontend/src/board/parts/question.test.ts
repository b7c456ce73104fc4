import { expect, test } from "vitest";
import cases from "../../../../tests/data/size.json";
import { measure } from "./question";

// The server sets the question before the island is there; a size of its own would make the page jump.
test.each(cases)("$times times $text is $size", ({ text, times, size }) => {
  expect(measure(text.repeat(times))).toBe(size);
});

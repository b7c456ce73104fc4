import { expect, test } from "vitest";
import { afterPause } from "./steps";

test.each([
  [0, 300],
  [1, 360],
  [59.5, 360],
  [60, 360],
])("a pause that begins at %d s ends on a whole minute, never early", (now, starts) => {
  expect(afterPause(now)).toBe(starts);
});

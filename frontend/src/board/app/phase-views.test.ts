import { expect, test, vi } from "vitest";
import { PART_MISSING } from "../../kit/load";
import { load, loadAhead } from "./phase-views";

vi.mock("./each/reveal", () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});

test("what is loaded ahead in vain is nobody's business, however many load ahead; what is wanted is missing", async () => {
  const missing = vi.fn();
  window.addEventListener(PART_MISSING, missing);
  await Promise.all([loadAhead("diverge", "participate"), loadAhead("diverge", "participate")]);
  expect(missing).not.toHaveBeenCalled();
  let tries = 0;
  await load("reveal", "participate", () => tries++ === 0);
  expect(missing).toHaveBeenCalledTimes(1);
  window.removeEventListener(PART_MISSING, missing);
});

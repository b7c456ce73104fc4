import { describe, expect, it } from "vitest";
import { writes } from "./typing";

describe("writing on a touch screen", () => {
  it("begins with a touch, input or the keyboard, not with a focus set by script", () => {
    expect(writes(true, false, 0)).toBe(false);
    expect(writes(true, true, 0)).toBe(true);
    expect(writes(true, false, 300)).toBe(true);
  });

  it("ends when no field has the focus, and bars of the browser do not count as a keyboard", () => {
    expect(writes(false, true, 300)).toBe(false);
    expect(writes(true, false, 60)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { writes } from "./typing";

describe("writing on a touch screen", () => {
  it("begins with a touch, a letter or the keyboard, not with a focus that came by itself", () => {
    expect(writes(true, false, 0)).toBe(false);
    expect(writes(true, true, 0)).toBe(true);
    expect(writes(true, false, 300)).toBe(true);
  });

  it("is over when no field has the focus, and bars of the browser are no keyboard", () => {
    expect(writes(false, true, 300)).toBe(false);
    expect(writes(true, false, 60)).toBe(false);
  });
});

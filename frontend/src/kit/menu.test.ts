import { describe, expect, it } from "vitest";
import { step } from "./menu";

describe("a menu by keyboard", () => {
  const words = ["Back to Read", "Move to…", "Back to Write"];

  it("wraps at both ends", () => {
    expect(step("ArrowDown", 2, words)).toBe(0);
    expect(step("ArrowUp", 0, words)).toBe(2);
    expect([step("Home", 1, words), step("End", 0, words)]).toEqual([0, 2]);
  });

  it("finds the next item by its first letter", () => {
    expect(step("b", 0, words)).toBe(2);
    expect(step("B", 2, words)).toBe(0);
    expect(step("m", -1, words)).toBe(1);
    expect(step("x", 0, words)).toBeNull();
  });

  it("leaves other keys alone", () => {
    expect([step("Enter", 0, words), step(" ", 0, words), step("Shift", 0, words)]).toEqual([null, null, null]);
  });
});

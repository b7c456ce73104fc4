import { describe, expect, it } from "vitest";
import { delay, shuffled } from "./deal";

describe("dealing the cards", () => {
  it("gives every card one turn, in an order that is not the one they lie in", () => {
    const turns = shuffled(120);
    expect([...turns].sort((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, at) => at));
    expect(turns).not.toEqual(Array.from({ length: 120 }, (_, at) => at));
  });

  it("is over in less than a second, for any number of cards", () => {
    for (const n of [1, 2, 12, 120, 500]) {
      expect(delay(0, n)).toBe(0);
      expect(delay(n - 1, n) + 380).toBeLessThan(1000);
    }
  });
});

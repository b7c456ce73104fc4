import { describe, expect, it } from "vitest";
import { again, EMPTY, given, isEmpty, left, withBold, withDot } from "./ballot-rules";

const options = ["a", "b", "c", "d"].map((option) => ({ option }));

describe("a ballot", () => {
  it("takes a dot an option and gives it back", () => {
    const one = withDot(EMPTY, "a", 2);
    expect(one?.dots).toEqual({ a: 1 });
    expect(one && withDot(one, "a", 2)?.dots).toEqual({});
  });

  it("never holds more than the budget, and loses nothing when it is full", () => {
    const full = { ...EMPTY, dots: { a: 1, b: 1 } };
    expect(withDot(full, "c", 2)).toBeNull();
    expect(full.dots).toEqual({ a: 1, b: 1 });
    expect(left(full, 2)).toBe(0);
    expect(withDot(full, "b", 2)?.dots).toEqual({ a: 1 });
  });

  it("keeps the bold pick apart from the dots", () => {
    const picked = withBold({ ...EMPTY, dots: { a: 1 } }, "b");
    expect(picked.bold).toBe("b");
    expect(given(picked)).toBe(1);
    expect(withBold(picked, "c").bold).toBe("c");
    expect(withBold(picked, "b").bold).toBeNull();
  });

  it("stays done while it is changed", () => {
    expect(withDot({ ...EMPTY, done: true }, "a", 1)?.done).toBe(true);
  });
});

describe("the last ballot, used again", () => {
  it("keeps what this round offers, within its dots, and is not done", () => {
    const last = { dots: { a: 1, x: 1, c: 1, d: 1 }, bold: "x" };
    expect(again(last, options, 2)).toEqual({ dots: { a: 1, c: 1 }, bold: null, done: false });
  });

  it("is nothing when nothing of it is offered any more", () => {
    expect(isEmpty(again({ dots: { x: 1 }, bold: "x" }, options, 3))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import cases from "../../../../../tests/data/ballot.json";
import { type Choice, EMPTY, given, isEmpty, left, withBold, withDot } from "./ballot-rules";

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

  // The server takes what is kept here, and would not take what is refused.
  it.each(cases)("after taps: $name", ({ budget, taps, dots, refused }) => {
    const none: string[] = [];
    const choice = taps.reduce<Choice>((before, option) => {
      const next = withDot(before, option, budget);
      if (next === null) none.push(option);
      return next ?? before;
    }, EMPTY);
    expect(choice.dots).toEqual(Object.fromEntries(dots.map((option) => [option, 1])));
    expect(none).toEqual(refused);
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

it("is empty without a dot and without a pick", () => {
  expect(isEmpty(EMPTY)).toBe(true);
  expect(isEmpty({ dots: {}, bold: "a" })).toBe(false);
  expect(isEmpty({ dots: { a: 1 }, bold: null })).toBe(false);
});

import { describe, expect, it } from "vitest";
import cases from "../../../../../tests/data/standing.json";
import type { Option, Round } from "../../../protocol.generated";
import { type Count, cut, departures, dotSize, fives, proposed, stretches } from "./shortlist";

const lines = (...dots: number[]) => dots.map((n, at) => ({ option: "abcdefgh"[at] ?? "", dots: n, bold: 0 }));
const once = (...dots: number[]): Count[] => [{ runoff: false, tally: lines(...dots) }];
const shape = (parts: ReturnType<typeof stretches>) =>
  parts.map((part) => `${part.kind}${part.proposed ? "+" : "-"}${part.lines.map((line) => line.option).join("")}`);

describe("where the shortlist ends", () => {
  it("falls under the last proposed option", () => {
    const proposal = { shortlist: ["a", "b", "c"], tied: [], bold: [] };
    expect(shape(stretches(lines(9, 7, 5, 4, 1), proposal))).toEqual(["plain+abc", "plain-de"]);
  });

  it("never runs through a tie: the tied are out together or in together", () => {
    const tied = ["c", "d", "e"];
    const out = { shortlist: ["a", "b"], tied, bold: [] };
    expect(shape(stretches(lines(9, 7, 5, 5, 5, 1), out))).toEqual(["plain+ab", "tied-cde", "plain-f"]);
    const within = { shortlist: ["a", "b", ...tied], tied, bold: [] };
    expect(shape(stretches(lines(9, 7, 5, 5, 5, 1), within))).toEqual(["plain+ab", "tied+cde", "plain-f"]);
  });

  it("is nowhere without a proposal or without dots", () => {
    expect(shape(stretches(lines(2, 1), null))).toEqual(["plain-ab"]);
    expect(stretches([], null)).toEqual([]);
  });
});

describe("a choice against the count", () => {
  // The record says why each line is on the shortlist; both are held to the same table.
  it.each(cases)("$name", ({ rounds, shortlist, bold, why, left_out, tied }) => {
    const counted = rounds.map(({ runoff, dots }) => ({
      runoff,
      tally: Object.entries(dots).map(([option, n]) => ({ option, dots: n ?? 0, bold: 0 })),
    }));
    const found = cut(counted, shortlist, bold);
    expect({ ...found, why: Object.fromEntries(found.why) }).toEqual({ why, leftOut: left_out, tied });
  });

  it("is none while nothing is on the shortlist", () => {
    expect(departures(once(9, 7), new Set(), []).size).toBe(0);
  });

  it("marks who was chosen over an option with more dots, and that option", () => {
    const found = departures(once(9, 7, 5), new Set(["a", "c"]), []);
    expect(Object.fromEntries(found)).toEqual({ b: "left-out", c: "chosen" });
  });

  it("is compared with as many of the best as it is long", () => {
    const found = departures(once(10, 8, 7, 3), new Set(["b", "d"]), []);
    expect(Object.fromEntries(found)).toEqual({ a: "left-out", d: "chosen" });
  });

  it("marks neither a longer or shorter list in order, nor equals, nor the boldest", () => {
    expect(departures(once(9, 7, 5), new Set(["a"]), []).size).toBe(0);
    expect(departures(once(9, 7, 7), new Set(["a", "c"]), []).size).toBe(0);
    expect(departures(once(9, 7, 5), new Set(["a", "c"]), ["c"]).size).toBe(0);
  });
});

describe("what stands on the shortlist before anybody chooses", () => {
  const round = (runoff: boolean, tally: [string, number][]): Round =>
    ({
      runoff,
      options: tally.map(([option]) => ({ option }) as Option),
      tally: tally.map(([option, dots]) => ({ option, dots, bold: 0 })),
    }) as unknown as Round;
  const first = round(false, [
    ["a", 9],
    ["b", 5],
    ["c", 5],
    ["d", 1],
  ]);

  it("is the proposal and the boldest", () => {
    expect(proposed([first], { shortlist: ["a"], tied: [], bold: ["d", "a"] })).toEqual(["a", "d"]);
  });

  it("after a run-off also holds what stood clearly above it", () => {
    const second = round(true, [
      ["c", 4],
      ["b", 2],
    ]);
    expect(proposed([first, second], { shortlist: ["c"], tied: [], bold: [] })).toEqual(["a", "c"]);
  });
});

describe("dots as drawn", () => {
  it("stand in fives", () => {
    expect(fives(12)).toEqual([5, 5, 2]);
    expect(fives(5)).toEqual([5]);
    expect(fives(0)).toEqual([]);
  });

  it("get smaller the more there are", () => {
    expect([20, 21, 51, 121].map(dotSize)).toEqual(["large", "medium", "small", "tiny"]);
  });
});

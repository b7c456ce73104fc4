import { describe, expect, it } from "vitest";
import type { Option } from "../../../protocol.generated";
import { budget, candidates } from "../../engine/document/options";
import type { Cluster, Idea } from "../../engine/state";
import { inOneLine, notes } from "./preview";

const idea = (id: string, number: number, text: string | null = id): Idea => ({
  id,
  number,
  text,
  signature: null,
  cluster: null,
  rank: "a",
});
const cluster = (id: string, letter: string, name: string, ideas: Idea[]): Cluster => ({
  id,
  letter,
  name,
  rank: "a",
  ideas,
});

describe("the default number of dots", () => {
  it("is a quarter of the options, held to 3–10 and to half of the options, rounded up", () => {
    const expected: [number, number][] = [
      [0, 0],
      [1, 1],
      [2, 1],
      [3, 2],
      [5, 3],
      [12, 3],
      [13, 4],
      [22, 6],
      [40, 10],
      [200, 10],
    ];
    for (const [options, dots] of expected) expect([options, budget(options)]).toEqual([options, dots]);
  });
});

describe("the ballot in one sentence", () => {
  const option = (kind: Option["kind"], named = true): Option => ({
    option: "",
    kind,
    letter: null,
    number: null,
    name: "",
    named,
    ideas: [],
  });
  const options = [option("cluster"), option("cluster", false), option("idea")];

  it("counts options and dots", () => {
    expect(inOneLine(options, 2)).toBe("3 options, 2 dots each");
    expect(inOneLine(options.slice(2), 1)).toBe("1 option, 1 dot each");
    expect(inOneLine([], 0)).toBe("There is nothing to vote on. Take something back in.");
  });

  it("says what is worth mending, and what stays off the ballot", () => {
    expect(notes(options, 18, false)).toEqual(["1 group has no name yet.", "18 set aside. They stay on the board."]);
    expect(notes(options.slice(2), 1, true)).toEqual([
      "More than 20 options are hard to weigh.",
      "1 set aside. It stays on the board.",
    ]);
    expect(notes(options.slice(2), 0, false)).toEqual([]);
  });
});

describe("what could be an option", () => {
  it("stands by letter, then by number, without what can be no option", () => {
    const clusters = [
      cluster("late", "AA", "Late", [idea("1", 1)]),
      cluster("b", "B", "", [idea("2", 2, null), idea("3", 3, "first words")]),
      cluster("empty", "C", "Empty", []),
      cluster("in", "D", "In", [idea("4", 4)]),
    ];
    const loose = [idea("9", 9), idea("5", 5), idea("6", 6, null), idea("7", 7)];
    const all = candidates(clusters, loose);
    expect(all.map((one) => one.option)).toEqual(["b", "in", "late", "5", "7", "9"]);
    expect(all[0]).toMatchObject({ name: "first words", named: false, ideas: ["3"] });
  });
});

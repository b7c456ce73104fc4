import { describe, expect, it } from "vitest";
import type { Option } from "../../../protocol.generated";
import { budget, setAside } from "../../engine/document/options";
import type { Cluster, Idea } from "../../engine/state";
import { inOneLine, summary } from "./preview";

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
  const of = (groups: number, unnamed: number, lone: number) =>
    inOneLine(
      summary([
        ...Array.from({ length: groups }, (_, at) => option("cluster", at >= unnamed)),
        ...Array.from({ length: lone }, () => option("idea")),
      ]),
    );

  it("counts groups, those without a name, and lone ideas", () => {
    expect(of(8, 3, 14)).toBe("22 options: 8 groups, 3 without a name, and 14 lone ideas");
    expect(of(8, 0, 1)).toBe("9 options: 8 groups and 1 lone idea");
    expect(of(0, 0, 4)).toBe("4 options: 4 lone ideas");
    expect(of(1, 1, 0)).toBe("1 option: 1 group, none with a name");
  });
});

describe("what was set aside", () => {
  it("stands by letter, then by number, without what can be no option", () => {
    const clusters = [
      cluster("late", "AA", "Late", [idea("1", 1)]),
      cluster("b", "B", "", [idea("2", 2, null), idea("3", 3, "first words")]),
      cluster("empty", "C", "Empty", []),
      cluster("in", "D", "In", [idea("4", 4)]),
    ];
    const loose = [idea("9", 9), idea("5", 5), idea("6", 6, null), idea("7", 7)];
    const away = setAside(["9", "late", "b", "empty", "5", "6", "gone"], clusters, loose);
    expect(away.map((one) => one.option)).toEqual(["b", "late", "5", "9"]);
    expect(away[0]).toMatchObject({ name: "first words", named: false, ideas: ["3"] });
  });
});

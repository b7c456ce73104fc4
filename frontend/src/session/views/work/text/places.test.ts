import { expect, test } from "vitest";
import type { Condition, Heading, Person } from "../../../../worksession.generated";
import { areGiven, free, members, parts } from "./places";

function person(name: string, taken: string | null = null, removed = false): Person {
  const nothing = { goal: null, reach: null, outcome: null, note: null, stuck: null };
  return { ...nothing, name, role: "member", colour: 1, decider: false, taken, back: false, shown: false, removed };
}

const condition = (text: string, rank: string): Condition => ({ text, met: false, rank, note: null });

/** "## Price" is a heading of level 2. */
function headings(...lines: string[]): Heading[] {
  return lines.map((line) => ({ words: line.replace(/^#+ /, ""), level: line.indexOf(" ") }));
}

const HEADINGS = headings(
  "# The zoning change",
  "## Areas",
  "## Heights and  parking",
  "### Heights",
  "### Parking",
  "## Speed",
);

test("a condition has its own heading and those under it, with the people at each", () => {
  const people = members(
    new Map([
      ["p1", person("Ana", "Parking")],
      ["p2", person("Gone", "Areas", true)],
    ]),
  );
  const conditions = new Map([
    ["c2", condition("Speed", "0002")],
    ["c1", condition("Areas", "0001")],
    ["c3", condition("Nowhere in the text", "0003")],
  ]);
  const found = parts(conditions, HEADINGS, people);
  expect(found.parts.map(({ id, own }) => [id, own?.heading ?? null])).toEqual([
    ["c1", "Areas"],
    ["c2", "Speed"],
    ["c3", null],
  ]);
  expect(found.others.map(({ heading, people: at }) => [heading, at.map(({ name }) => name)])).toEqual([
    ["Heights and  parking", []],
    ["Heights", []],
    ["Parking", ["Ana"]],
  ]);
  expect(found.parts[0]?.own?.people).toEqual([]);
});

test("headings below a condition's own stand under it", () => {
  const all = headings("## Heights and parking", "### Heights", "### Parking", "## Speed");
  const [first] = parts(new Map([["c", condition(" Heights  and parking", "1")]]), all, []).parts;
  expect(first?.under.map(({ heading }) => heading)).toEqual(["Heights", "Parking"]);
});

test("two conditions of the same words have a heading each", () => {
  const same = new Map([
    ["a", condition("Done", "1")],
    ["b", condition("Done", "2")],
  ]);
  expect(parts(same, headings("## Done"), []).parts.map(({ own }) => own !== null)).toEqual([true, false]);
});

test("free headings are those nobody took, without the title", () => {
  expect(free(headings("# Title", "## A", "## B"), members(new Map([["p", person("Jo", "B")]])))).toEqual(["A"]);
});

test.each([
  [[], true],
  [["# A brief", "## Scope"], true],
  [["# A brief", "## A heading that somebody wrote"], false],
  [["# Another brief"], false],
])("headings were given: %j", (lines, given) => {
  expect(areGiven(headings(...lines), ["A  brief", "Scope"])).toBe(given);
});

import { expect, test } from "vitest";
import type { Condition, Person } from "../../../../worksession.generated";
import { free, headings, isUnwritten, members, parts } from "./places";

function person(name: string, taken: string | null = null, removed = false): Person {
  const nothing = { goal: null, reach: null, outcome: null, note: null, stuck: null };
  return { ...nothing, name, role: "member", colour: 1, decider: false, taken, back: false, shown: false, removed };
}

const condition = (text: string, rank: string): Condition => ({ text, met: false, rank, note: null });

const TEXT = `# The zoning change

## Areas

\`\`\`
## not a heading
\`\`\`

## Heights and  parking ##
### Heights
### Parking

## Speed
#hashtag
`;

test("headings are lines with marks, outside of code", () => {
  expect(headings(TEXT).map(({ words }) => words)).toEqual([
    "The zoning change",
    "Areas",
    "Heights and  parking",
    "Heights",
    "Parking",
    "Speed",
  ]);
});

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
  const found = parts(conditions, TEXT, people);
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
  const text = "## Heights and parking\n### Heights\n### Parking\n## Speed";
  const [first] = parts(new Map([["c", condition(" Heights  and parking", "1")]]), text, []).parts;
  expect(first?.under.map(({ heading }) => heading)).toEqual(["Heights", "Parking"]);
});

test("two conditions of the same words have a heading each", () => {
  const same = new Map([
    ["a", condition("Done", "1")],
    ["b", condition("Done", "2")],
  ]);
  expect(parts(same, "## Done", []).parts.map(({ own }) => own !== null)).toEqual([true, false]);
});

test("free headings are those nobody took, without the title", () => {
  expect(free("# Title\n## A\n## B", members(new Map([["p", person("Jo", "B")]])))).toEqual(["A"]);
});

test.each([
  ["", true],
  ["# A brief\n\n## Scope  #\n\n", true],
  ["# A brief\n\nIt begins.", false],
  ["# A brief\n\n## A heading that somebody wrote", false],
  ["# Another brief", false],
  ["```\n# A brief\n```", false],
])("a text is unwritten while only given headings stand in it: %j", (text, unwritten) => {
  expect(isUnwritten(text, ["A  brief", "Scope"])).toBe(unwritten);
});

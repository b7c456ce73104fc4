import { expect, test } from "vitest";
import { headings, isUnwritten } from "./headings";

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

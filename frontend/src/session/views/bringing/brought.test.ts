import { expect, test } from "vitest";
import { placed } from "./brought";

const GIVEN = ["A brief", "Scope", "The  price"];
const EMPTY = "# A brief\n\n## Scope\n\n## The price\n";

test("a text with a title of its own stands in place of given headings, and keeps those that it lacks", () => {
  const { text, from } = placed(EMPTY, "# The zoning change\n\nWords.\n\n## Scope\n\nBoth areas.", GIVEN);
  expect(text).toBe("# The zoning change\n\nWords.\n\n## Scope\n\nBoth areas.\n\n## The price\n");
  expect(from).toBe(0);
});

test("a text without a title has the given one", () => {
  expect(placed(EMPTY, "Words.", GIVEN).text).toBe("# A brief\n\nWords.\n\n## Scope\n\n## The price\n");
});

test("a text may be empty", () => {
  expect(placed("", "Words.", GIVEN)).toEqual({ text: "Words.\n", from: 0 });
});

test("behind words of somebody it is added, and they stay", () => {
  const written = "# A brief\n\nIt costs 40 euros.\n\n";
  const { text, from } = placed(written, "# More\n\nWords.", GIVEN);
  expect(text).toBe("# A brief\n\nIt costs 40 euros.\n\n# More\n\nWords.\n");
  expect(written.startsWith(text.slice(0, from))).toBe(true);
  expect(text.slice(from)).toBe("\n\n# More\n\nWords.\n");
});

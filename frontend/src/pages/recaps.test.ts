import { expect, test } from "vitest";
import sums from "../../../tests/data/recaps.json";
import { canonical } from "./canonical";
import { sha256 } from "./sha256";

/** The server reads the same files and sums in `tests/recaps/test_golden.py`. */
const files = import.meta.glob<string>("../../../tests/recaps/golden/*.json", {
  query: "?raw",
  import: "default",
  eager: true,
});
const recaps = new Map(Object.entries(files).map(([path, content]) => [path.replace(/^.*\/|\.json$/g, ""), content]));

test("every recap that is kept has a sum", () => {
  expect([...recaps.keys()].sort()).toEqual(Object.keys(sums).sort());
});

test.each(Object.entries(sums))("bytes and sum of a recap are those of the server: %s", (name, sum) => {
  const content = recaps.get(name) ?? "";
  expect(canonical(JSON.parse(content))).toBe(content);
  expect(sha256(new TextEncoder().encode(content))).toBe(sum);
});

import { expect, test } from "vitest";
import cases from "../../../tests/data/split.json";
import { split } from "./split";

// The server splits pasted lines too, when a board starts from them; both are held to the same table.
test.each(cases)("$pasted becomes $ideas", ({ pasted, ideas }) => {
  expect(split(pasted)).toEqual(ideas);
});

import { expect, test } from "vitest";
import limits from "../../../tests/data/limits.json";
import { LIMITS } from "./limits";

const VIEWS = import.meta.glob<string>("../**/*.tsx", { query: "?raw", import: "default", eager: true });

// The server's limits are held to the same table.
test("limits are those of the server", () => {
  expect(LIMITS).toEqual(limits);
});

test("no field brings a limit of its own", () => {
  expect(Object.keys(VIEWS).length).toBeGreaterThan(50);
  const own = Object.entries(VIEWS).flatMap(([file, source]) =>
    [...source.matchAll(/\b(?:max|most|maxLength)=\{?["\d][^\s}]*/g)].map(([found]) => `${file}: ${found}`),
  );
  expect(own).toEqual([]);
});

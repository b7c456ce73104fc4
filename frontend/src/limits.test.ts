import { expect, test } from "vitest";

const VIEWS = import.meta.glob<string>("./**/*.tsx", { query: "?raw", import: "default", eager: true });

test("no field brings a limit of its own", () => {
  expect(Object.keys(VIEWS).length).toBeGreaterThan(50);
  const own = Object.entries(VIEWS).flatMap(([file, source]) =>
    [...source.matchAll(/\b(?:max|most|maxLength)=\{?["\d][^\s}]*/g)].map(([found]) => `${file}: ${found}`),
  );
  expect(own).toEqual([]);
});

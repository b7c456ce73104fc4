import { expect, test } from "vitest";
import cases from "../../../tests/data/weekly.json";
import { nextStart, offset } from "./weekly";

test.each(cases)("$name", ({ starts, zone, now, next }) => {
  expect(nextStart(Date.parse(starts) / 1000, zone, Date.parse(now) / 1000)).toBe(Date.parse(next) / 1000);
});

test("a zone that the browser does not know counts as UTC", () => {
  expect(offset(0, "Nowhere/At_All")).toBe(0);
});

import { expect, test } from "vitest";
import { carried } from "./carried";

const AT = Date.UTC(2026, 10, 28, 12) / 1000;

test("a line says from which session it comes", () => {
  expect(carried({ before: "a-1", before_at: AT }, "a-1")).toBe("from 28 Nov");
  expect(carried({ before: "a-2", before_at: AT }, "a-1")).toBe("from an earlier session");
  expect(carried({ before: null, before_at: null }, "a-1")).toBe("from an earlier session");
});

test("a line of this session says nothing", () => {
  expect(carried({ before: "a-1", before_at: AT })).toBe("");
  expect(carried({ before: null, before_at: null }, null)).toBe("");
});

import { expect, test } from "vitest";
import { between } from "./rank";

test("a rank between two is between them, as long as the server takes it", () => {
  let low: string | null = null;
  let high: string | null = null;
  for (let turn = 0; turn < 40; turn++) {
    const rank = between(low, high);
    if (rank === null) throw new Error("no room");
    expect(low === null || rank > low).toBe(true);
    expect(high === null || rank < high).toBe(true);
    expect(rank).toMatch(/^[0-9A-Za-z]{0,63}[1-9A-Za-z]$/);
    if (turn % 3) low = rank;
    else high = rank;
  }
});

test("it finds room beside the ranks that the reveal draws", () => {
  expect(between("Zk3h0aPq1z", "Zk3h0aPq21")).toBe("Zk3h0aPq2");
  expect(between("Zk3h0aPq1z", "Zk3h0aPq2") ?? "").toMatch(/^Zk3h0aPq1z[1-9A-Za-z]$/);
  expect(between(null, "1") ?? "").toMatch(/^0[1-9A-Za-z]$/);
  expect(between("zzz", null)).toBe("zzzV");
});

test("equal or reversed neighbours leave the place to the server", () => {
  expect(between("a", "a")).toBeNull();
  expect(between("b", "a")).toBeNull();
});

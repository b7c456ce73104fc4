import { expect, test } from "vitest";
import { tintOf } from "./tint";

const VIEWS = import.meta.glob<string>("../**/*.tsx", { query: "?raw", import: "default", eager: true });

/** The letters of groups in the order in which boards give them out: A to Z, then AA. */
function letters(count: number): string[] {
  const name = (at: number): string =>
    at < 0 ? "" : name(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));
  return Array.from({ length: count }, (_, at) => name(at));
}

test("groups take the eight tints in turn, also after Z", () => {
  const all = letters(800);
  expect([all[25], all[26], all[51], all[52], all[702]]).toEqual(["Z", "AA", "AZ", "BA", "AAA"]);
  expect(all.map(tintOf)).toEqual(all.map((_, at) => (at % 8) + 1));
});

test("every view takes a group's tint from here", () => {
  // People of a work session have the colour that the server gave them.
  const tinted = Object.entries(VIEWS).filter(([, source]) => /data-tint=(?!\{person\.colour)/.test(source));
  expect(tinted.length).toBeGreaterThan(3);
  for (const [file, source] of tinted) {
    expect(source, file).toMatch(/\/tint"/);
    expect(source, file).not.toMatch(/function tintOf/);
  }
});

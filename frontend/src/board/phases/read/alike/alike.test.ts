import { expect, test } from "vitest";
import { alikePairs, commonParts, MOST_PAIRS, wordsOf } from "./alike";

const entries = (...texts: string[]) => texts.map((text, at) => ({ id: String(at), text }));
const found = (...texts: string[]) => alikePairs(entries(...texts)).map(({ one, other }) => [one, other]);
/** Ideas about something else, among which two that are alike have to be found. */
const OTHERS = [
  "Build on public land first",
  "Let councils borrow to build",
  "Make empty offices into flats",
  "A register of rents that everybody can read",
  "Teach more young people a trade",
];

test.each([
  [
    "The cost of building materials needs to come down.",
    "Measures to address the cost of building materials will help",
  ],
  ["More land needs to be made available.", "The need for more land to be made available"],
  ["Répare les VÉLOS!", "repare les velos"],
  ["Let neighbours share one deposit", "let  neighbours share one deposit…"],
  ["Tax empty houses", "Tax the empty house"],
  ["房子是用来住的，不是用来炒的", "房子是用来住的不是炒的"],
  ["ابنوا على الأرض العامة أولا", "ابنوا أولا على الأرض العامة"],
  ["Постройте больше домов рядом со станцией", "постройте больше домов у станций"],
  ["घर सस्ते होने चाहिए", "घर सस्ते होने ही चाहिए"],
])("“%s” and “%s” are shown side by side", (one, other) => {
  expect(found(...OTHERS, one, other)).toEqual([["5", "6"]]);
});

test.each([
  ["Build near the station", "Plant trees near the school"],
  ["Plan A: build on the north site", "Plan B: build on the north site"],
  ["Build 40 homes by the station", "Build 400 homes by the station"],
  ["Yes", "No"],
  ["!!!", "???"],
])("“%s” and “%s” are not", (one, other) => {
  expect(found(...OTHERS, one, other)).toEqual([]);
});

test("a short text inside a long one is found, and only its beginning is compared", () => {
  const long = `A register of rents that everybody can read would help, ${"because it is so very hard to know ".repeat(3)}`;
  expect(found(...OTHERS, long)).toEqual([["3", "5"]]);
  expect(found(...OTHERS, `${"x ".repeat(300)} a register of rents that everybody can read`)).toEqual([]);
});

test("the likeliest pair comes first, and no more than twenty come", () => {
  expect(found("Tax empty houses now", "Tax the empty house", "Tax empty houses now!", ...OTHERS)[0]).toEqual([
    "0",
    "2",
  ]);
  const same = Array<string>(30).fill("Tax empty houses");
  expect(alikePairs(entries(...same))).toHaveLength(MOST_PAIRS);
  expect(alikePairs([])).toEqual([]);
});

test("words have no case, accents and punctuation, and keep the vowel signs of other scripts", () => {
  expect(wordsOf("  Ça, c’est L'ÉTÉ — 2026!")).toEqual(["ca", "c", "est", "l", "ete", "2026"]);
  expect(wordsOf("घर सस्ते")).toEqual(["घर", "सस्ते"]);
});

test("the words in common are marked as people wrote them", () => {
  const parts = commonParts("The cost of Building materials, please.", "Building-materials cost too much");
  expect(parts.map(({ text }) => text).join("")).toBe("The cost of Building materials, please.");
  expect(parts.filter(({ common }) => common).map(({ text }) => text)).toEqual(["cost", "Building materials"]);
});

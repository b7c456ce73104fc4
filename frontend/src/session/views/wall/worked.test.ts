import { expect, test } from "vitest";
import type { Condition, Person } from "../../../worksession.generated";
import { chapterOf, sectionOf } from "./section";
import { worked } from "./worked";

const HEADINGS = ["Areas", "Heights", "Speed"];
const NOBODY = { people: [], item: undefined, conditions: [] };

const at = (taken: string | null, removed = false): Person => ({ taken, removed }) as Person;
const condition = (text: string, met: boolean): Condition => ({ text, met, rank: "a", note: null });

test("the heading that most people took is shown, the first of two alike", () => {
  expect(worked(HEADINGS, { ...NOBODY, people: [at("Speed"), at("Heights"), at("Speed")] })).toBe("Speed");
  expect(worked(HEADINGS, { ...NOBODY, people: [at("Speed"), at("Heights")] })).toBe("Heights");
});

test("people who left and headings that are gone do not count", () => {
  const people = [at("Speed", true), at("Speed", true), at("Prices"), at("Prices"), at("Areas"), at(null)];
  expect(worked(HEADINGS, { ...NOBODY, people })).toBe("Areas");
});

test("without them it is the running item's, then that of the first condition that is not met", () => {
  const conditions = [condition("Areas", true), condition("Heights", false), condition("Speed", false)];
  expect(worked(HEADINGS, { ...NOBODY, item: { title: "Speed" }, conditions })).toBe("Speed");
  expect(worked(HEADINGS, { ...NOBODY, item: { title: "Draft" }, conditions })).toBe("Heights");
});

test("else the first heading, and nothing in a text without any", () => {
  expect(worked(HEADINGS, NOBODY)).toBe("Areas");
  expect(worked([], { ...NOBODY, people: [at("Areas")] })).toBe(null);
});

test("a section comes without its heading", () => {
  const html =
    '<p>Before</p><section data-heading="A &amp; B"><h2>A &amp; B</h2><p>One</p></section><section data-heading="C"><h2>C</h2></section>';
  expect(sectionOf(html, "A & B")).toBe("<p>One</p>");
  expect(sectionOf(html, "C")).toBe("");
  expect(sectionOf(html, "D")).toBe("");
  expect(sectionOf(html, null)).toBe("<p>Before</p>");
});

test("a chapter has everything under its heading, also under those of lower rank", () => {
  const section = (rank: number, words: string, text: string) =>
    `<section data-heading="${words}"><h${rank}>${words}</h${rank}><p>${text}</p></section>`;
  const html = [
    section(3, "Heights", "One"),
    section(4, "Parking", "Two"),
    section(3, "Speed", "Three"),
    section(3, "Heights", "Four"),
  ].join("");
  expect(chapterOf(html, "Heights", 0)).toBe("<p>One</p><h2>Parking</h2><p>Two</p>");
  expect(chapterOf(html, "Heights", 1)).toBe("<p>Four</p>");
  expect(chapterOf(html, "Heights", 2)).toBe(null);
  expect(chapterOf(html, "Parking", 0)).toBe("<p>Two</p>");
});

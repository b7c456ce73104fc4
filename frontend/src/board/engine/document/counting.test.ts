import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { Counts } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { counting, countOf, toReveal, writers } from "./counting";
import type { Idea } from "./lists";

const idea = (number: number | null, text: string | null = "Words"): Idea => ({
  id: `idea-${number}`,
  number,
  text,
  signature: null,
  cluster: null,
  rank: "a",
});
const counts = (some: Partial<Counts>): Counts => ({
  ...{ here: 9, joined: 9, counting: 9, ideas: 0, wrote: null, late: null, ready: null, done: null, answered: null },
  ...some,
});

test("a hidden idea is counted apart, one that is gone not at all", () => {
  expect(countOf([idea(1), idea(2, null), undefined, idea(3), idea(4, null)])).toEqual({ shown: 2, hidden: 2 });
});

test("every sentence says it alike", () => {
  expect(say("board-counted", { shown: 31, hidden: 0 })).toBe("31 ideas");
  expect(say("board-counted", { shown: 31, hidden: 2 })).toBe("31 ideas, 2 hidden");
  expect(say("board-counted", { shown: 0, hidden: 1 })).toBe("0 ideas, 1 hidden");
  expect(say("group-loose-of", { shown: 5, hidden: 1, all: 31 })).toBe("5 of 31, 1 hidden");
  expect(say("group-unfold", { group: "Heat", shown: 1, hidden: 1 })).toBe("Show Heat: 1 idea, 1 hidden");
});

test("a count is told again only when it is another one", () => {
  const ideas = signal([idea(1), idea(2, null)]);
  const count = counting(() => ideas.value);
  const before = count.value;
  ideas.value = [idea(2, null), idea(1, "Other words")];
  expect(count.value).toBe(before);
  ideas.value = [idea(1), idea(2)];
  expect(count.value).toEqual({ shown: 2, hidden: 0 });
});

test("the reveal counts what it brings, whatever was hidden of what came before", () => {
  const before = [idea(1), idea(2, null), idea(3)];
  expect(toReveal(counts({ ideas: 2 + 5 }), before)).toEqual({ fresh: 5, before: true });
  expect(toReveal(counts({ ideas: 2 }), before)).toEqual({ fresh: 0, before: true });
  // Ideas that are shown while people write have no number yet.
  expect(toReveal(counts({ ideas: 4 }), [idea(null), idea(null)])).toEqual({ fresh: 4, before: false });
});

test("nobody is waited for where people have written", () => {
  expect(writers(counts({ here: 0 }))).toBe("awaited");
  expect(writers(counts({ here: 0, wrote: 14 }))).toBe("gone");
  expect(writers(counts({ here: 0, ideas: 3 }))).toBe("gone");
  expect(writers(counts({ here: 1 }))).toBe("writing");
});

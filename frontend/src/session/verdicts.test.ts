import { expect, test } from "vitest";
import type { Condition, Contract, Ending, Item, Person } from "../worksession.generated";
import { date, judgeOf, minutesOf, restOf, stateOf, wordOf } from "./verdicts";

const PERSON: Person = {
  name: "Mara",
  role: "lead",
  colour: 0,
  decider: false,
  goal: null,
  reach: null,
  outcome: null,
  taken: null,
  note: null,
  stuck: null,
  back: false,
  shown: false,
  removed: false,
};
const CONTRACT: Contract = {
  artifact: "A brief.",
  audience: null,
  problem: null,
  constraint: null,
  owner: null,
  starts: null,
  zone: null,
  minutes: 60,
  repeats: null,
};
const ENDING: Ending = {
  verdict: "done",
  note: null,
  elsewhere: null,
  finisher: null,
  by: null,
  at: 0,
  finished_at: null,
};
const PEOPLE = new Map([["m", PERSON]]);
const NEARLY: Ending = { ...ENDING, verdict: "nearly", finisher: "m", by: "2026-12-04" };

function conditions(...texts: string[]): Map<string, Condition> {
  return new Map(texts.map((text, at) => [`c${at}`, { text, met: at === 0, rank: `a${at}`, note: null }]));
}

function item(minutes: number, spent: number | null): Item {
  return { title: "Draft", minutes, extra: 0, kind: "work", owner: null, rank: "a", spent, skipped: false };
}

test("each verdict has its word, and what was nearly done is done once it is finished", () => {
  expect(wordOf(ENDING)).toBe("Done.");
  expect(wordOf(NEARLY)).toBe("Nearly.");
  expect(wordOf({ ...ENDING, verdict: "another" })).toBe("Another session.");
  expect(wordOf({ ...NEARLY, finished_at: 5 })).toBe("Done.");
});

test("nearly says who finishes it by when; alone it needs no name", () => {
  expect(restOf(NEARLY, PEOPLE, false)).toBe("Mara finishes it by Friday 4 December.");
  expect(restOf(NEARLY, PEOPLE, true)).toBe("I finish it by Friday 4 December.");
  expect(restOf({ ...NEARLY, finisher: "gone" }, PEOPLE, false)).toBe("Somebody finishes it by Friday 4 December.");
  expect(restOf({ ...NEARLY, finished_at: 1796558400 }, PEOPLE, false)).toMatch(/^Mara finished it on \d+ December\.$/);
  expect(restOf(ENDING, PEOPLE, false)).toBe("");
});

test("a name written from right to left does not reorder the sentence around it", () => {
  const people = new Map([["m", { ...PERSON, name: "מרה" }]]);
  expect(restOf(NEARLY, people, false)).toBe("\u2068מרה\u2069 finishes it by Friday 4 December.");
});

test("the owner says when it is done, else whoever leads and is still there", () => {
  expect(judgeOf({ ...CONTRACT, owner: { words: "Dr. Okafor" } }, PEOPLE)).toBe("Dr. Okafor");
  expect(judgeOf(CONTRACT, PEOPLE)).toBe("Mara");
  expect(judgeOf(CONTRACT, new Map([["m", { ...PERSON, removed: true }]]))).toBe(null);
});

test("the real minutes are those that items took, and the planned ones are those of the contract", () => {
  const agenda = new Map([
    ["a", item(25, 1490)],
    ["b", item(20, 1250)],
    ["c", item(5, null)],
  ]);
  expect(minutesOf(CONTRACT, agenda)).toEqual({ real: 46, planned: 60 });
  expect(minutesOf(CONTRACT, new Map())).toEqual({ real: 0, planned: 60 });
});

test("conditions are counted", () => {
  expect(stateOf(conditions("a", "b", "c"))).toEqual({ met: 1, all: 3 });
});

test("a day is a day whatever the time zone, and other words are none", () => {
  expect(date("2026-12-04", "short")).toBe("Fri 4 Dec");
  expect(date("next week")).toBe(null);
  expect(date("2026-13-45")).toBe(null);
  expect(date(null)).toBe(null);
});

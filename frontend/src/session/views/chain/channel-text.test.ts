import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Person, SessionMeta, Task } from "../../../worksession.generated";
import { channelText } from "./channel-text";
import type { Newest } from "./use-chain";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-27T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const LINK = "https://board.example/join/abc";
const PEOPLE = new Map([
  ["m", { name: "Mara" } as Person],
  ["b", { name: "Ben" } as Person],
]);
const NEXT: Newest = {
  id: "c-2",
  state: "plan",
  starts: Date.parse("2026-12-03T09:00:00Z") / 1000,
  zone: "Europe/Berlin",
  minutes: 60,
  repeats: null,
};

function meta(ending: Partial<SessionMeta["ending"]>, artifact = "The zoning change"): SessionMeta {
  const whole = { verdict: "done", note: null, elsewhere: null, finisher: null, by: null, at: 0, finished_at: null };
  return { kind: "team", contract: { artifact }, ending: { ...whole, ...ending } } as unknown as SessionMeta;
}

const task = (text: string, fields: Partial<Task> = {}): Task =>
  ({ text, owner: null, when: null, first_step: null, state: "open", note: null, item: null, ...fields }) as Task;

const told = (ending: Partial<SessionMeta["ending"]>, tasks: Task[] = [], next: Newest | null = null, link = LINK) =>
  channelText({
    meta: meta(ending),
    roots: { people: PEOPLE, tasks: new Map(tasks.map((one, at) => [String(at), one])) },
    next,
    link,
  }).split("\n");

test("five lines: what was made, where it is, what is open, when it goes on, and the link", () => {
  const tasks = [
    task("Legal\ncheck", { owner: { person: "m", words: null }, when: "2026-12-03" }),
    task("Print it", { owner: { person: null, words: "the office" }, when: "soon" }),
    task("Read it once more"),
    task("done", { state: "done" }),
    task("dropped", { state: "dropped" }),
  ];
  const nearly = { verdict: "nearly", finisher: "m", by: "2026-12-01", elsewhere: "https://docs.example/a" } as const;
  expect(told(nearly, tasks, NEXT)).toEqual([
    "The zoning change: Nearly. Mara finishes it by Tuesday 1 December.",
    "Where it is: https://docs.example/a",
    "Open: Legal check (Mara, Thu 3 Dec), Print it (the office, soon) and Read it once more.",
    "Next session: Thursday 3 December, 10:00 (Europe/Berlin).",
    `All of it is at this same link: ${LINK}`,
  ]);
});

test("what there is nothing of takes no line, and a note is not passed on", () => {
  expect(told({ verdict: "done", note: "between us" })).toEqual([
    "The zoning change: Done.",
    `All of it is at this same link: ${LINK}`,
  ]);
});

test("many tasks stay one line", () => {
  const many = Array.from({ length: 9 }, (_, at) => task(`t${at}`));
  expect(told({}, many)[1]).toBe("Open: t0, t1, t2, t3, t4 and 4 more.");
});

test("what somebody wrote at length is cut, and a link stays whole", () => {
  const where = `https://docs.example/${"a".repeat(200)}`;
  const lines = told({ elsewhere: where }, [task("long ".repeat(60))]);
  expect(lines[1]).toBe(`Where it is: ${where}`);
  expect(lines[2]).toMatch(/^Open: (long ){19}long…\.$/);
});

test("the next session stands there until it has ended", () => {
  expect(told({}, [], { ...NEXT, repeats: "weekly" })[1]).toBe(
    "Next session: Thursday 3 December, 10:00 (Europe/Berlin), and every week at this time.",
  );
  expect(told({}, [], { ...NEXT, starts: null })[1]).toBe("Next session: when everybody is here.");
  expect(told({}, [], { ...NEXT, state: "ended" })).toHaveLength(2);
});

test("without a link there is no line for it, and signs that only order letters stay out", () => {
  const people = new Map([["m", { name: "מרה" } as Person]]);
  const nearly = { verdict: "nearly", finisher: "m", by: "2026-12-01" } as const;
  const text = channelText({ meta: meta(nearly), roots: { people, tasks: new Map() }, next: null, link: "" });
  expect(text).toBe("The zoning change: Nearly. מרה finishes it by Tuesday 1 December.");
});

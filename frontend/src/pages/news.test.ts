import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ChainNews, lastLeft, lineOf, type Moment, type News, ownTasks, reasonFor, whenOf } from "./news";

const NOW = Date.parse("2026-11-30T12:00:00Z") / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;
const WORDS = {
  finish: "Finish it: {open} of {all} open",
  "finish-bare": "Finish it",
  "finish-met": "Finish it: nothing is open",
  asked: "Your answer is asked for",
  replies: "{n} new replies",
  "replies-one": "1 new reply",
  "replies-wait": "{n} replies to answer",
  "replies-wait-one": "1 reply to answer",
  due: "{n} tasks due",
  "due-one": "1 task due",
  next: "Next session: {when}",
  "next-open": "The next session is open",
  starts: "Starts {when}",
  running: "Work is under way",
  left: "Left open since {day}",
  "left-mine": "Left open since {day}: you can finish it",
  "task-due": "Due {day}",
  "task-due-today": "Due today",
  "task-undated": "No date yet",
};

beforeAll(() => {
  vi.stubEnv("TZ", "UTC");
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const news = (more: Partial<News> = {}): News => ({
  session: "c-1",
  artifact: "The price list",
  kind: "team",
  state: "ended",
  since: NOW - 10 * DAY,
  starts: null,
  zone: null,
  left_open: null,
  ends: false,
  finish: null,
  asked: false,
  replies: { count: 0, newest: null },
  tasks: { open: 0, due: 0, first: [] },
  left: null,
  ...more,
});
const task = (text: string, when: string | null = null) => ({ task: text, text, when });
const tasks = (due: number, ...first: ReturnType<typeof task>[]) => ({ open: first.length, due, first });
const moment = (more: Partial<Moment> = {}): Moment => ({ now: NOW, seen: NOW - DAY, zone: "UTC", ...more });

function line(own: Partial<News>, newest: Partial<News> | null = null, more: Partial<Moment> = {}, listed = ["c-1"]) {
  const answer: ChainNews = { news: news(own), newest: newest && news({ session: "c-2", ...newest }) };
  const reason = reasonFor(answer, new Set(listed), moment(more));
  return reason && lineOf(reason, WORDS, moment(more));
}

const FINISH = { finish: { open: 1, all: 3 } };
const ASKED = { asked: true };
const REPLIES = { replies: { count: 2, newest: NOW - HOUR } };
const DUE = { tasks: tasks(1, task("Get the parking count", "2026-11-30")) };
const RUNNING = { state: "running", since: NOW - HOUR } as const;
const LEFT = { state: "running", since: NOW - 9 * DAY, left_open: NOW - 8 * DAY } as const;
const PLAN = { state: "plan", since: null } as const;
const THURSDAY = Date.parse("2026-12-03T10:00:00Z") / 1000;

test.each<[string, Partial<News>, Partial<News> | null, string | null]>([
  ["nothing", {}, null, null],
  ["to finish", FINISH, null, "Finish it: 1 of 3 open"],
  ["to finish, nothing open", { finish: { open: 0, all: 3 } }, null, "Finish it: nothing is open"],
  ["to finish without conditions", { finish: { open: 0, all: 0 } }, null, "Finish it"],
  ["new replies", REPLIES, null, "2 new replies"],
  ["a new reply", { replies: { count: 1, newest: NOW } }, null, "1 new reply"],
  ["replies that were seen", { replies: { count: 2, newest: NOW - 2 * DAY } }, null, "2 replies to answer"],
  ["a task due", DUE, null, "1 task due"],
  ["work", RUNNING, null, "Work is under way"],
  ["left open", LEFT, null, "Left open since 22 November"],
  ["left open for me", { ...LEFT, ends: true }, null, "Left open since 22 November: you can finish it"],
  ["planned", { ...PLAN, starts: THURSDAY }, null, "Starts Thursday 3 December, 10:00"],
  ["planned without a time", PLAN, null, null],
  ["planned for a time that has passed", { ...PLAN, starts: NOW - 1 }, null, null],
  ["the next one", {}, { ...PLAN, starts: THURSDAY }, "Next session: Thursday 3 December, 10:00"],
  ["the next one without a time", {}, PLAN, "The next session is open"],
  ["work in the next one", {}, RUNNING, "Work is under way"],
  // Of what has come since the last visit, and then of the rest, the most important.
  ["a question before all", { ...FINISH, ...ASKED }, null, "Your answer is asked for"],
  ["new replies before what stood there", { ...FINISH, ...REPLIES }, null, "2 new replies"],
  ["to finish before old replies", { ...FINISH, replies: { count: 2, newest: 0 } }, null, "Finish it: 1 of 3 open"],
  ["new replies before a task of today", { ...DUE, ...REPLIES }, null, "2 new replies"],
  ["work that began before the next session", { ...RUNNING, ...DUE }, null, "1 task due"],
  ["a task of today before the next session", {}, { ...PLAN, ...DUE }, "1 task due"],
  ["new work before an old task", { ...RUNNING, tasks: tasks(1, task("a", "2026-11-02")) }, null, "Work is under way"],
])("%s", (_, own, newest, said) => {
  expect(line(own, newest)).toBe(said);
});

test("the next session speaks for itself where it stands in the list", () => {
  expect(line({}, RUNNING, {}, ["c-1", "c-2"])).toBeNull();
  const answer = { news: news(), newest: news({ ...RUNNING, session: "c-2" }) };
  expect(reasonFor(answer, new Set(["c-1"]), moment())?.news.session).toBe("c-2");
});

test("in a narrow row the names of day and month are short", () => {
  const reason = reasonFor({ news: news({ ...PLAN, starts: THURSDAY }), newest: null }, new Set(), moment());
  expect(reason && lineOf(reason, WORDS, moment(), true)).toBe("Starts Thu 3 Dec, 10:00");
});

test("a time of another zone is the reader's, and says so", () => {
  const starts = { ...PLAN, starts: THURSDAY, zone: "Europe/Berlin" };
  expect(line(starts)).toBe("Starts Thursday 3 December, 10:00 UTC");
  expect(line({ ...starts, zone: "UTC" })).toBe("Starts Thursday 3 December, 10:00");
});

test("own tasks of all sessions, the due ones first, each once", () => {
  const second = { session: "c-2", artifact: "The brief" };
  const first = news({ tasks: tasks(1, task("today", "2026-11-30"), task("words", "soon"), task("none")) });
  const later = news({ ...second, tasks: tasks(1, task("over", "2026-11-02"), task("Friday", "2026-12-04")) });
  const answers = [
    { news: first, newest: null },
    { news: news({ session: "c-0" }), newest: later },
    { news: later, newest: null },
  ];
  const { shown, more } = ownTasks(answers, NOW, 4);
  expect(shown.map((one) => [one.text, one.artifact, whenOf(one, WORDS, NOW)])).toEqual([
    ["over", "The brief", "Due Mon 2 November"],
    ["today", "The price list", "Due today"],
    ["Friday", "The brief", "Fri 4 December"],
    ["words", "The price list", "soon"],
  ]);
  expect(more).toBe(1);
  const [undated] = ownTasks([{ news: news({ tasks: tasks(0, task("none")) }), newest: null }], NOW, 7).shown;
  expect(undated && whenOf(undated, WORDS, NOW)).toBe("No date yet");
});

test("tasks that are not listed are counted", () => {
  const answer = { news: news({ tasks: { ...tasks(0, task("a")), open: 40 } }), newest: null };
  expect(ownTasks([answer], NOW, 7).more).toBe(39);
  expect(ownTasks([], NOW, 7)).toEqual({ shown: [], more: 0 });
});

test("what was left is that of the last session alone", () => {
  const alone = (session: string, left: News["left"]): ChainNews => ({
    news: news({ session, kind: "deep_work", left }),
    newest: null,
  });
  const together = { news: news({ left: null }), newest: null };
  const left = { id: "t", text: "sources for 3.2" };
  expect(lastLeft([together, alone("a-1", left), alone("b-1", null)])).toEqual({ take: "a-1/t", text: left.text });
  expect(lastLeft([alone("b-1", null), alone("a-1", left)])).toBeNull();
  expect(lastLeft([together])).toBeNull();
});

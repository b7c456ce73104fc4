/**
 * What the home page says about sessions: the one line of each, the tasks of this person, and what was left last time.
 * Rules only; `news-list.ts` fetches the news and draws.
 */

/** As in `board/worksessions/rules/news.py`. Times are Unix seconds. */
export interface News {
  readonly session: string;
  readonly artifact: string;
  readonly kind: string;
  readonly state: "plan" | "running" | "ended" | "shared";
  readonly since: number | null;
  readonly starts: number | null;
  readonly zone: string | null;
  readonly left_open: number | null;
  readonly ends: boolean;
  readonly finish: { readonly open: number; readonly all: number } | null;
  readonly asked: boolean;
  readonly replies: { readonly count: number; readonly newest: number | null };
  readonly tasks: { readonly open: number; readonly due: number; readonly first: readonly OwnTask[] };
  readonly left: { readonly id: string; readonly text: string } | null;
}

export interface OwnTask {
  readonly task: string;
  readonly text: string;
  readonly when: string | null;
}

/** The answer for one session of the list; `newest`: a later one of its chain. */
export interface ChainNews {
  readonly news: News;
  readonly newest: News | null;
}

/** What a line can say, the most important first. */
export const REASONS = ["finish", "asked", "replies", "due", "next", "starts", "running", "left"] as const;
export type What = (typeof REASONS)[number];

export interface Reason {
  readonly what: What;
  readonly news: News;
  /** Unix seconds from which on it holds; 0 where nobody knows. */
  readonly since: number;
}

export interface Moment {
  /** Unix seconds. */
  readonly now: number;
  /** When this browser was last on the page of the session, in whole seconds: what came in the same one is new. */
  readonly seen: number;
  /** The time zone of this browser. */
  readonly zone: string;
}

/**
 * The reason for the line of a session: what has come since the last visit before what stood there already, of each the
 * most important. The newest session of the chain counts, too, unless it has a line of its own.
 */
export function reasonFor({ news, newest }: ChainNews, listed: ReadonlySet<string>, moment: Moment): Reason | null {
  const later = newest && !listed.has(newest.session) ? newest : null;
  const found = [...reasonsOf(news, moment), ...(later ? reasonsOf(later, moment, true) : [])];
  const fresh = ({ since }: Reason): boolean => since >= moment.seen;
  const rank = (one: Reason): number => (fresh(one) ? 0 : REASONS.length) + REASONS.indexOf(one.what);
  return found.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** `later`: of the session that goes on from the one in the list. */
function reasonsOf(news: News, { now }: Moment, later = false): Reason[] {
  const found: Reason[] = [];
  const add = (what: What, holds: boolean, since: number | null): void => {
    if (holds) found.push({ what, news, since: since ?? 0 });
  };
  const planned = news.state === "plan";
  const coming = news.starts !== null && news.starts > now;
  add("finish", news.finish !== null, news.since);
  // It waits at this very moment.
  add("asked", news.asked, Number.POSITIVE_INFINITY);
  add("replies", news.replies.count > 0, news.replies.newest);
  add("due", news.tasks.due > 0, newestDay(news.tasks.first, dayIn(now)));
  add("next", planned && later, 0);
  add("starts", planned && !later && coming, 0);
  add("running", news.state === "running" && news.left_open === null, news.since);
  add("left", news.left_open !== null, news.left_open);
  return found;
}

/** The midnight with which the last of these tasks that are due became so. */
function newestDay(tasks: readonly OwnTask[], today: string): number {
  const days = tasks.flatMap(({ when }) => (isDay(when) && when <= today ? [when] : []));
  const last = days.sort().at(-1);
  return last ? new Date(`${last}T00:00`).getTime() / 1000 : 0;
}

/** The sentences of the page by name, with gaps. */
export type Words = Readonly<Record<string, string>>;

/** `short`: with the names of days and months cut short. */
export function lineOf({ what, news }: Reason, words: Words, moment: Moment, short = false): string {
  const { now, seen, zone } = moment;
  const said = (name: string, gaps: Readonly<Record<string, string>> = {}): string =>
    Object.entries(gaps).reduce((text, [gap, value]) => text.replace(`{${gap}}`, () => value), words[name] ?? "");
  const counted = (name: string, n: number): string => (n === 1 ? said(`${name}-one`) : said(name, { n: String(n) }));
  if (what === "finish") {
    const { open, all } = news.finish ?? { open: 0, all: 0 };
    const name = all === 0 ? "finish-bare" : open === 0 ? "finish-met" : "finish";
    return said(name, { open: String(open), all: String(all) });
  }
  if (what === "replies") {
    const { count, newest } = news.replies;
    return counted((newest ?? 0) >= seen ? "replies" : "replies-wait", count);
  }
  if (what === "due") return counted("due", news.tasks.due);
  const coming = news.starts !== null && news.starts > now;
  if (what === "next" && !coming) return said("next-open");
  if (what === "next" || what === "starts") {
    return said(what, { when: momentIn(news.starts ?? 0, news.zone !== null && news.zone !== zone, short) });
  }
  if (what === "left") return said(news.ends ? "left-mine" : "left", { day: dayAndMonth(news.left_open ?? 0) });
  return said(what);
}

export interface ListedTask extends OwnTask {
  readonly session: string;
  readonly artifact: string;
  readonly due: boolean;
}

/** This person's tasks in all sessions, those that are due first, and how many more there are. */
export function ownTasks(
  answers: readonly ChainNews[],
  now: number,
  most: number,
): { readonly shown: readonly ListedTask[]; readonly more: number } {
  const sessions = new Map(each(answers).map((news) => [news.session, news]));
  const today = dayIn(now);
  const tasks = [...sessions.values()].flatMap(({ session, artifact, tasks: { first } }) =>
    first.map((task) => ({ ...task, session, artifact, due: isDay(task.when) && task.when <= today })),
  );
  const rank = ({ when }: OwnTask): string => (isDay(when) ? `0 ${when}` : when === null ? "2" : "1");
  const sorted = tasks.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  const all = [...sessions.values()].reduce((sum, one) => sum + one.tasks.open, 0);
  const shown = sorted.slice(0, most);
  return { shown, more: all - shown.length };
}

/** When a task is to be done, in words. */
export function whenOf({ when, due }: ListedTask, words: Words, now: number): string {
  if (when === null) return words["task-undated"] ?? "";
  if (!isDay(when)) return when;
  if (due && when === dayIn(now)) return words["task-due-today"] ?? "";
  const day = inWords(new Date(`${when}T12:00:00Z`), { ...DATE, weekday: "short", timeZone: "UTC" });
  return due ? (words["task-due"] ?? "").replace("{day}", () => day) : day;
}

/** What the last session of this person alone left open: not what an earlier one did. */
export function lastLeft(answers: readonly ChainNews[]): { readonly take: string; readonly text: string } | null {
  const last = each(answers).find(({ kind }) => kind === "individual" || kind === "deep_work");
  return last?.left ? { take: `${last.session}/${last.left.id}`, text: last.left.text } : null;
}

/** All news of some answers: of a chain the newest session first. */
const each = (answers: readonly ChainNews[]): News[] =>
  answers.flatMap(({ news, newest }) => (newest ? [newest, news] : [news]));

/** The day "YYYY-MM-DD" in the time zone of this browser. */
export function dayIn(seconds: number): string {
  const at = new Date(seconds * 1000);
  const pad = (number: number): string => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

function isDay(when: string | null): when is string {
  return when !== null && /^\d{4}-\d{2}-\d{2}$/.test(when) && !Number.isNaN(Date.parse(when));
}

const DATE: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long" };

function inWords(at: Date, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", how).format(at).replace(/^(\w+),/, "$1");
}

function dayAndMonth(seconds: number): string {
  return inWords(new Date(seconds * 1000), { day: "numeric", month: "long" });
}

/** "Thursday 3 December, 10:00". `named`: with the zone, for readers whose own is another one. */
function momentIn(seconds: number, named: boolean, short: boolean): string {
  const at = new Date(seconds * 1000);
  const time = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    ...(named && { timeZoneName: "short" }),
  }).format(at);
  return `${inWords(at, short ? { ...DATE, weekday: "short", month: "short" } : DATE)}, ${time}`;
}

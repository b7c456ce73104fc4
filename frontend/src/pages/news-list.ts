/**
 * The news of the sessions in the list of the start page: each is asked once, by the cookie that it has in this browser,
 * and no answer leaves the page. Without an answer the list stands as it is.
 */

import { offerLeft } from "./left-over";
import { type ChainNews, dayIn, lastLeft, lineOf, type Moment, ownTasks, reasonFor, type Words } from "./news";
import { showTasks } from "./own-tasks";
import { SESSION, type Visit, visits } from "./visits";

/** Sessions that are asked: those visited last. As many rows keep a place free (`home-news.css`). */
const MOST_ASKED = 10;
/** Requests at one time. */
const AT_ONCE = 2;
/** Tasks that are listed; the others are counted. */
const MOST_TASKS = 7;

/**
 * Adds to the list its lines, whenever rows are drawn, and asks again on a page that the browser brings back.
 * `section`: the list, whose data has the words.
 */
export function followNews(section: HTMLElement, storage: Storage | null): void {
  const page = section.ownerDocument;
  const list = section.querySelector("ul");
  const words: Words = JSON.parse(section.dataset.newsWords ?? "{}");
  const answers = new Map<string, ChainNews>();
  const known = (): readonly Visit[] =>
    (visits(storage) ?? []).filter(({ phase }) => phase === SESSION).slice(0, MOST_ASKED);
  const draw = (): void => {
    const listed = new Set(known().map(({ id }) => id));
    for (const visit of known()) {
      const answer = answers.get(visit.id);
      const item = list?.querySelector<HTMLElement>(`li[data-id="${visit.id}"]`);
      if (answer && item) tell(item, visit, answer, listed, words);
    }
  };
  const ask = async (): Promise<void> => {
    await askAll(page, known(), (id, answer) => {
      answers.set(id, answer);
      draw();
    });
    const inOrder = known().flatMap(({ id }) => answers.get(id) ?? []);
    const now = Date.now() / 1000;
    showTasks(page, ownTasks(inOrder, now, MOST_TASKS), words, now);
    offerLeft(page, lastLeft(inOrder), words);
  };
  if (list) new MutationObserver(draw).observe(list, { childList: true });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) void ask();
  });
  void ask();
  followRecaps(section, storage);
}

/** The list is complete without them. */
function followRecaps(section: HTMLElement, storage: Storage | null): void {
  if (!visits(storage)?.some(({ recap }) => recap)) return;
  (import(/* @vite-ignore */ section.dataset.recaps as string) as Promise<typeof import("./recap-list")>)
    .then((part) => part.followList(section, storage))
    .catch(() => {});
}

function tell(item: HTMLElement, visit: Visit, answer: ChainNews, listed: ReadonlySet<string>, words: Words): void {
  const line = item.querySelector<HTMLElement>(".news");
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const moment: Moment = { now: Date.now() / 1000, seen: Math.floor(visit.at / 1000), zone: timeZone };
  const reason = reasonFor(answer, listed, moment);
  if (line) {
    line.textContent = reason ? lineOf(reason, words, moment) : "";
    if (reason && line.scrollWidth > line.clientWidth) line.textContent = lineOf(reason, words, moment, true);
  }
  // The line says what is to be done: there the title leads.
  const title = item.querySelector<HTMLAnchorElement>("a.title");
  if (title && reason) title.href = `/worksessions/${reason.news.session}`;
}

/** Asks for all, a few at a time, and for none while nobody sees the page. */
async function askAll(
  page: Document,
  known: readonly Visit[],
  heard: (id: string, answer: ChainNews) => void,
): Promise<void> {
  const waiting = [...known];
  const worker = async (): Promise<void> => {
    for (let visit = waiting.shift(); visit; visit = waiting.shift()) {
      await isSeen(page);
      const answer = await ask(visit.id);
      if (answer) heard(visit.id, answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function isSeen(page: Document): Promise<void> {
  return new Promise((seen) => {
    const look = (): void => {
      if (page.hidden) return;
      page.removeEventListener("visibilitychange", look);
      seen();
    };
    page.addEventListener("visibilitychange", look);
    look();
  });
}

async function ask(id: string): Promise<ChainNews | null> {
  try {
    const answer = await fetch(`/api/worksessions/${id}/news?day=${dayIn(Date.now() / 1000)}`, { cache: "no-store" });
    return answer.ok ? ((await answer.json()) as ChainNews) : null;
  } catch {
    return null;
  }
}

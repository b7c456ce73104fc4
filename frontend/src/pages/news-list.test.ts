import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followNews } from "./news-list";
import { showVisits } from "./visit-list";
import { keep, type Visit } from "./visits";

const WORDS = JSON.stringify({
  running: "Work is under way",
  more: "{n} more",
  "task-undated": "No date yet",
  "left-text": "Last time: “{text}” is open.",
  "left-take": "Take it along?",
});
const PAGE = `
  <header class="top"></header>
  <form class="work"><p class="small for-individual" id="individual-hint">It starts at once.</p></form>
  <section class="visits" hidden data-steps="{}" data-roles="{}" data-news-words='${WORDS}'><ul></ul><p class="foot"></p></section>
  <section class="own-tasks" hidden><ul></ul><p class="foot" hidden></p></section>
  <p class="visits-none" hidden></p><p class="visits-off" hidden></p>`;

const part = (name: string): HTMLElement => document.querySelector(name) as HTMLElement;
const lines = (): (string | null)[] => [...document.querySelectorAll("li .news")].map((one) => one.textContent);
const visit = (n: number, phase = "worksession"): Visit => ({
  id: `${String(n).padStart(24, "s")}-1`,
  title: `Session ${n}`,
  role: "join",
  phase,
  at: Date.now() - n * 1000,
});
const running = {
  session: "s",
  artifact: "A brief",
  kind: "team",
  state: "running",
  since: 1,
  starts: null,
  zone: null,
  left_open: null,
  ends: false,
  finish: null,
  asked: false,
  replies: { count: 0, newest: null },
  tasks: { open: 0, due: 0, first: [] as unknown[] },
  left: null as unknown,
};

/** Requests that wait for their answers. */
let asked: { readonly url: string; readonly how: RequestInit; readonly answer: (answer: Response) => void }[];
let hidden: boolean;

beforeEach(() => {
  localStorage.clear();
  asked = [];
  hidden = false;
  vi.spyOn(document, "hidden", "get").mockImplementation(() => hidden);
  vi.stubGlobal("fetch", (url: string, how: RequestInit) => {
    return new Promise<Response>((answer) => asked.push({ url, how, answer }));
  });
});
afterEach(() => {
  document.body.replaceChildren();
});

function shown(list: readonly Visit[]): void {
  keep(localStorage, list);
  document.body.innerHTML = PAGE;
  showVisits(document, localStorage);
  followNews(part(".visits"), localStorage);
}

async function settled(): Promise<void> {
  for (let n = 0; n < 20; n += 1) await Promise.resolve();
}

async function answer(at: number, news: object | number): Promise<void> {
  const told = typeof news === "number" ? new Response("", { status: news }) : Response.json({ news, newest: null });
  asked[at]?.answer(told);
  await vi.waitFor(() => expect(told.bodyUsed || typeof news === "number").toBe(true));
  await settled();
}

test("ten sessions are asked, two at a time, each for itself alone", async () => {
  shown([visit(0, "vote"), ...Array.from({ length: 14 }, (_, n) => visit(n + 1))]);
  await settled();
  expect(asked).toHaveLength(2);
  for (let n = 0; n < 10; n += 1) {
    await answer(n, 404);
    expect(asked).toHaveLength(Math.min(10, n + 3));
  }
  expect(asked.map(({ url }) => url.replace(/\?day=\d{4}-\d\d-\d\d$/, ""))).toEqual(
    Array.from({ length: 10 }, (_, n) => `/api/worksessions/${visit(n + 1).id}/news`),
  );
  expect(asked.map(({ how }) => [how.method, how.body])).toEqual(Array(10).fill([undefined, undefined]));
});

test("a line comes into the place that is kept for it, and stays when rows are drawn again", async () => {
  shown([visit(0, "vote"), visit(1), visit(2)]);
  await settled();
  expect(lines()).toEqual(["", ""]);
  await answer(0, { ...running, session: visit(1).id });
  await answer(1, 410);
  expect(lines()).toEqual(["Work is under way", ""]);
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await vi.waitFor(() => expect(lines()).toEqual(["Work is under way", ""]));
  // Pages of earlier tests hear of it, too.
  expect(new Set(asked.slice(2).map(({ url }) => url))).toEqual(new Set(asked.slice(0, 2).map(({ url }) => url)));
});

test("no request leaves a page that nobody sees", async () => {
  hidden = true;
  shown([visit(1), visit(2), visit(3)]);
  await settled();
  expect(asked).toHaveLength(0);
  hidden = false;
  document.dispatchEvent(new Event("visibilitychange"));
  await settled();
  expect(asked).toHaveLength(2);
});

test("without a network the list stands as it is", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
  shown([visit(1)]);
  await settled();
  expect([lines(), part(".own-tasks").hidden]).toEqual([[""], true]);
});

test("own tasks lead to their sessions", async () => {
  const first = [{ task: "t", text: "<b>Get the count</b>", when: null }];
  shown([visit(1)]);
  await settled();
  await answer(0, { ...running, session: visit(1).id, tasks: { open: 4, due: 0, first } });
  await vi.waitFor(() => expect(part(".own-tasks").hidden).toBe(false));
  const link = part(".own-tasks a") as HTMLAnchorElement;
  expect([link.textContent, link.getAttribute("href")]).toEqual([
    "<b>Get the count</b>",
    `/worksessions/${visit(1).id}`,
  ]);
  expect(part(".own-tasks .about").textContent).toBe("No date yet · A brief");
  expect(part(".own-tasks .foot").textContent).toBe("3 more");
});

test("what was left alone is offered under the field, and one press takes it along", async () => {
  shown([visit(1)]);
  await settled();
  const left = { id: "t", text: `sources\nfor ${"3".repeat(80)}` };
  await answer(0, { ...running, session: "s-1", kind: "individual", state: "ended", left });
  await vi.waitFor(() => expect(part("#individual-hint").hidden).toBe(true));
  const press = part(".left-over button") as HTMLButtonElement;
  expect([press.textContent, press.type, press.name, press.value]).toEqual([
    "Take it along?",
    "submit",
    "take",
    "s-1/t",
  ]);
  expect(part(".left-over span").textContent).toBe(`Last time: “sources for ${"3".repeat(35)}…” is open.`);
});

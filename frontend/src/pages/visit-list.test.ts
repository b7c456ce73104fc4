import { beforeEach, expect, test } from "vitest";
import { ago, showVisits } from "./visit-list";
import { keep, type Visit, visits } from "./visits";

const PAGE = `
  <header class="top"></header>
  <section class="visits" hidden data-steps='{"vote":"Vote"}' data-roles='{"watch":"Big screen"}' data-forget="Forget"
    data-forgotten="Forgotten." data-undo="Undo" data-all="All {n}" data-off="No list" data-jump="Yours">
    <h2 id="visits">Boards</h2><ul></ul><p class="foot"></p>
  </section>
  <p class="visits-none" hidden tabindex="-1">Listed here.</p>
  <p class="visits-off" hidden data-on="A list"></p>`;

function some(count: number): Visit[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `board-${String(n).padStart(18, "0")}`,
    title: n === 0 ? "<b>كيف؟</b>" : `Question ${n}?`,
    role: "watch",
    phase: "vote",
    at: Date.now() - n * 1000,
  }));
}

function shown(list: readonly Visit[] | null): void {
  keep(localStorage, list);
  document.body.innerHTML = PAGE;
  showVisits(document, localStorage);
}

const part = (name: string): HTMLElement => document.querySelector(name) as HTMLElement;
const titles = (): (string | null)[] => [...document.querySelectorAll(".title")].map((one) => one.textContent);
function press(name: string): void {
  const found = [...document.querySelectorAll("button")].find((one) => one.textContent === name && !one.hidden);
  if (!found) throw new Error(`No button ${name}`);
  found.click();
}

beforeEach(() => localStorage.clear());

const hidden = (): boolean[] =>
  [".visits", ".visits-none", ".visits-off", ".jump"].map((one) => part(one).hidden === true);

test("without a visit the page says where the first one will be listed", () => {
  shown([]);
  expect(hidden()).toEqual([true, false, true, true]);
});

test("without a storage nothing is promised", () => {
  document.body.innerHTML = PAGE;
  showVisits(document, null);
  expect(hidden()).toEqual([true, true, true, true]);
});

test("a board is a link with its role and phase, and its question is only text", () => {
  shown(some(1));
  const link = part(".title") as HTMLAnchorElement;
  expect([link.textContent, link.dir, link.getAttribute("href")]).toEqual([
    "<b>كيف؟</b>",
    "auto",
    "/boards/board-000000000000000000",
  ]);
  expect(part(".about").textContent).toBe("Big screen · Vote · today");
  expect([part(".visits").hidden, part(".jump").hidden]).toEqual([false, false]);
});

test("a session leads to its own page", () => {
  const session = {
    id: `${"s".repeat(24)}-2`,
    title: "A price list",
    role: "lead",
    phase: "worksession",
    at: Date.now(),
  };
  shown([session, ...some(1)]);
  expect([...document.querySelectorAll("a.title")].map((link) => link.getAttribute("href"))).toEqual([
    `/worksessions/${session.id}`,
    "/boards/board-000000000000000000",
  ]);
});

test("of many boards the first are shown, then all", () => {
  shown(some(31));
  expect(titles()).toHaveLength(5);
  press("All 31");
  expect(titles()).toHaveLength(31);
  expect(document.activeElement?.textContent).toBe("Question 5?");
});

test("what was forgotten comes back at its place", () => {
  shown(some(3));
  const buttons = () => [...document.querySelectorAll<HTMLButtonElement>("li button")];
  buttons()[1]?.click();
  buttons()[2]?.click();
  expect(visits(localStorage)?.map(({ title }) => title)).toEqual(["<b>كيف؟</b>"]);
  expect(document.activeElement?.textContent).toBe("Undo");
  buttons()[1]?.click();
  expect(visits(localStorage)?.map(({ title }) => title)).toEqual(["<b>كيف؟</b>", "Question 1?"]);
  expect(titles()).toEqual(["<b>كيف؟</b>", "Question 1?"]);
});

test("no list is kept until one is wanted again; a press too many is taken back", () => {
  shown(some(2));
  press("No list");
  expect([visits(localStorage), part(".visits").hidden, part(".visits-off").hidden]).toEqual([null, true, false]);
  press("A list");
  expect([visits(localStorage)?.length, part(".visits").hidden, part(".visits-off").hidden]).toEqual([2, false, true]);
  shown(null);
  press("A list");
  expect([visits(localStorage), hidden()]).toEqual([[], [true, false, true, true]]);
  expect(document.activeElement).toBe(part(".visits-none"));
});

test.each([
  [0, "today"],
  [1, "yesterday"],
  [9, "9 days ago"],
  [40, "2 February 2026"],
])("%i days ago is called %s", (days, said) => {
  const now = new Date(2026, 2, 14, 0, 20);
  const at = new Date(2026, 2, 14 - days, 0, 5);
  expect(ago(at.getTime(), now.getTime())).toBe(said);
});

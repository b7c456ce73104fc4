import { beforeEach, expect, test, vi } from "vitest";
import { MOST_VISITS, VISITS } from "../browser-storage";
import { follow, type Page } from "./note-visit";
import { forget, keep, type Visit, visits } from "./visits";

const id = (n: number): string => `board-${String(n).padStart(18, "0")}`;
const visit = (n: number, title = `Question ${n}?`): Visit => ({
  id: id(n),
  title,
  role: "participate",
  phase: "vote",
  at: 1_700_000_000_000 + n,
});
const listed = (): string[] | null => visits(localStorage)?.map((one) => one.id) ?? null;

function told<T>(first: T) {
  const heard = new Set<(value: T) => void>();
  let now = first;
  return {
    subscribe(listener: (value: T) => void) {
      heard.add(listener);
      listener(now);
      return () => heard.delete(listener);
    },
    becomes(value: T) {
      now = value;
      for (const listener of heard) listener(value);
    },
  };
}

/** A page of a board, as far as the list is about it. */
function page(board: string, question: string, roles = ["participate"]) {
  const meta = told({ question, phase: "vote" });
  const status = told("live");
  const stop = follow({ boot: { board, roles }, state: { meta }, status } as unknown as Page);
  return { meta, status, stop };
}

function note(n: number): void {
  page(id(n), `Question ${n}?`).stop();
}

beforeEach(() => localStorage.clear());

test("the last visit stands first, and a board once", () => {
  for (const n of [1, 2, 3, 2]) note(n);
  expect(listed()).toEqual([id(2), id(3), id(1)]);
});

test("of many boards those of long ago are forgotten", () => {
  for (let n = 0; n < MOST_VISITS + 7; n += 1) note(n);
  expect(listed()).toHaveLength(MOST_VISITS);
  expect(listed()?.at(-1)).toBe(id(7));
});

test("whoever wants no list gets none until it is turned on again", () => {
  note(4);
  keep(localStorage, null);
  note(5);
  expect(listed()).toBeNull();
  expect(localStorage.getItem(VISITS.key)).not.toContain("Question");
  keep(localStorage, []);
  note(6);
  expect(listed()).toEqual([id(6)]);
});

test.each([
  ["no JSON", "{"],
  ["another shape", '{"id": 1}'],
  ["entries of another shape", JSON.stringify([null, 7, { ...visit(1), id: "javascript:alert(1)" }, { id: id(1) }])],
  ["a title without end", JSON.stringify([visit(1, "x".repeat(601))])],
])("what is not ours counts as nothing: %s", (_, kept) => {
  localStorage.setItem(VISITS.key, kept);
  expect(visits(localStorage)).toEqual([]);
});

test("without a storage there is no list and no error", () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  for (const storage of [null, full as unknown as Storage]) {
    vi.stubGlobal("localStorage", storage);
    note(1);
    forget(storage, id(1));
    keep(storage, [visit(1)]);
    expect(visits(storage)).toEqual([]);
  }
});

test("a page notes its board, follows question and phase, and forgets a deleted one", () => {
  const { meta, status, stop } = page(id(9), "Where?", ["watch", "participate"]);
  expect(visits(localStorage)).toMatchObject([{ id: id(9), title: "Where?", role: "participate", phase: "vote" }]);
  note(1);
  meta.becomes({ question: "Where?", phase: "vote" });
  expect(listed()).toEqual([id(1), id(9)]);
  meta.becomes({ question: "Where to?", phase: "diverge" });
  expect(visits(localStorage)?.[0]).toMatchObject({ id: id(9), title: "Where to?", phase: "diverge" });
  status.becomes("offline");
  expect(listed()).toEqual([id(9), id(1)]);
  status.becomes("deleted");
  expect(listed()).toEqual([id(1)]);
  stop();
  meta.becomes({ question: "After?", phase: "vote" });
  expect(listed()).toEqual([id(1)]);
});

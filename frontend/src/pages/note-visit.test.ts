import { signal } from "@preact/signals";
import { beforeEach, expect, test } from "vitest";
import { followSession, type SessionPage } from "./note-visit";
import { visits } from "./visits";

type Meta = Parameters<Parameters<SessionPage["meta"]["subscribe"]>[0]>[0];

const ID = `${"c".repeat(24)}-1`;

function page(artifact: string) {
  const meta = signal<Meta>({ contract: { artifact } });
  const status = signal("live");
  const stop = followSession({ boot: { session: ID, roles: ["join", "lead"] }, meta, status });
  return { meta, status, stop };
}

const listed = () => (visits(localStorage) ?? []).map(({ id, title, role, phase }) => ({ id, title, role, phase }));

beforeEach(() => localStorage.clear());

test("a session is listed by what will exist, and again when that changes", () => {
  const { meta } = page("A price list");
  const one = { id: ID, role: "lead", phase: "worksession" };
  expect(listed()).toEqual([{ ...one, title: "A price list" }]);
  meta.value = { contract: { artifact: "A price list for spring" } };
  expect(listed()).toEqual([{ ...one, title: "A price list for spring" }]);
});

test("one without a name is not listed", () => {
  page("");
  expect(listed()).toEqual([]);
});

test.each(["deleted", "gone"])("one that is %s leaves the list", (ending) => {
  const { status } = page("A price list");
  status.value = ending;
  expect(listed()).toEqual([]);
});

test("a recap is listed with its verdict once it is shared, and the corrected one in its place", () => {
  const { meta } = page("A price list");
  const recap = () => visits(localStorage)?.[0]?.recap;
  expect(recap()).toBeUndefined();
  const ending = { verdict: "nearly", at: 1000, finished_at: null } as const;
  meta.value = { ...meta.value, ending, recap: { sha256: "a" } };
  expect(recap()).toEqual({ sha256: "a", verdict: "nearly", at: 1_000_000 });
  meta.value = { ...meta.value, ending: { ...ending, finished_at: 2000 }, recap: { sha256: "b" } };
  expect(recap()).toEqual({ sha256: "b", verdict: "done", at: 2_000_000 });
});

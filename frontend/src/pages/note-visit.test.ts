import { signal } from "@preact/signals";
import { beforeEach, expect, test } from "vitest";
import { followSession } from "./note-visit";
import { visits } from "./visits";

const ID = `${"c".repeat(24)}-1`;

function page(artifact: string) {
  const meta = signal({ contract: { artifact } });
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

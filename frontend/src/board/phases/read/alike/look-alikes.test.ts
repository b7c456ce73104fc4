import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test } from "vitest";
import { toasts } from "../../../../kit/feedback";
import { isMine } from "../../../actions/my-merges";
import type { Board } from "../../../engine/boot";
import type { Merge } from "../../../engine/state";
import type { Readable } from "../reading";
import { LookAlikes } from "./look-alikes";

beforeEach(() => localStorage.clear());
afterEach(() => {
  toasts.value = [];
});

const idea = (id: string, cluster: string | null) => ({ id, cluster, number: 1 }) as Readable;

/** What the server records when two ideas are joined that lie in these groups. */
async function joined(one: string | null, other: string | null): Promise<Merge> {
  let merge = {} as Merge;
  const groups = new Set([one, other]);
  const commands = {
    merge: async (from: readonly string[], into: string) => {
      const [emptied, moved] = [from.filter((id) => groups.has(id)), from.filter((id) => !groups.has(id))];
      const record = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, {}]));
      merge = { id: "m", into, moved: record(moved), clusters: record(emptied), created: !groups.has(into) } as Merge;
      return { answer: "ok" };
    },
  };
  const board = { boot: { board: "b" }, commands, undo: {}, state: { ideas: signal([]) } };
  const pair = { key: "", one: idea("i1", one), other: idea("i2", other) };
  await new LookAlikes(board as unknown as Board).join(pair);
  return merge;
}

test.each([
  ["both are loose", null, null],
  ["the first lies in a group", "g1", null],
  ["the second lies in a group", null, "g2"],
  ["each lies in a group", "g1", "g2"],
])("what is joined is known as made in this browser when %s", async (_when, one, other) => {
  const merge = await joined(one, other);
  expect(isMine("b")(merge)).toBe(true);
  localStorage.clear();
  expect(isMine("b")(merge)).toBe(false);
});

import { signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";
import type { Role } from "../../../protocol.generated";
import type { Board } from "../../engine/boot";
import { Reading } from "./reading";

beforeEach(() => sessionStorage.clear());

interface Pointed {
  readonly highlight: string | null;
  readonly highlight_as?: "one" | "page";
}

/** A board with `count` ideas, of which the facilitator may point at one. */
function board(role: Role, count = 30) {
  const meta = signal<Pointed>({ highlight: null });
  const ideas = signal(
    Array.from({ length: count }, (_, at) => ({ id: `i${at + 1}`, number: at + 1, text: `Idea ${at + 1}` })),
  );
  const send = vi.fn(async (_command: object) => ({ answer: "ok" }));
  const made = {
    boot: { board: "b", role },
    commands: { send },
    state: { meta, ideas, idea: (id: string) => ({ value: ideas.value.find((one) => one.id === id) }) },
  };
  return { reading: new Reading(made as unknown as Board), meta, ideas, send };
}

/** Every answer that has been given is announced. */
const settled = () => new Promise((done) => setTimeout(done));
const place = (reading: Reading) => [reading.look.value, reading.idea.value?.number];

test("a page follows the facilitator until it goes somewhere by itself, and again when it wants to", () => {
  const { reading, meta } = board("participate");
  expect(place(reading)).toEqual(["all", 1]);
  meta.value = { highlight: "i7" };
  expect(place(reading)).toEqual(["one", 7]);
  reading.step(1);
  expect([...place(reading), reading.follows.value]).toEqual(["one", 8, false]);
  meta.value = { highlight: "i20" };
  expect(place(reading)).toEqual(["one", 8]);
  reading.follow();
  expect(place(reading)).toEqual(["one", 20]);
});

test("when the facilitator points at nothing any more, a page stays at its idea", () => {
  const { reading, meta } = board("participate");
  meta.value = { highlight: "i7" };
  meta.value = { highlight: null };
  expect(place(reading)).toEqual(["one", 7]);
  meta.value = { highlight: "i20", highlight_as: "page" };
  meta.value = { highlight: null };
  expect(place(reading)).toEqual(["all", 20]);
});

test("a group that the facilitator points at moves nobody in Read", () => {
  const { reading, meta } = board("participate");
  meta.value = { highlight: "a group" };
  expect(place(reading)).toEqual(["all", 1]);
});

test("the facilitator's steps show at once, whatever is still on its way", async () => {
  const { reading, meta, send } = board("facilitate");
  reading.go("one", 3);
  expect(send).not.toHaveBeenCalled();
  reading.point("one");
  reading.step(1);
  reading.step(1);
  meta.value = { highlight: "i4" };
  expect(place(reading)).toEqual(["one", 6]);
  meta.value = { highlight: "i6" };
  await vi.waitFor(() => expect(reading.onScreen.value).toBe(true));
  await settled();
  expect(send.mock.calls.map(([command]) => command)).toEqual(
    ["i4", "i6"].map((idea) => ({ do: "highlight_idea", idea, as: "one" })),
  );
  // A second facilitator's page leads as well.
  meta.value = { highlight: "i9", highlight_as: "page" };
  expect(place(reading)).toEqual(["page", 9]);
});

test("one command is on its way at a time, and of the places passed meanwhile only the last is sent", async () => {
  const { reading, send } = board("facilitate");
  const replies: (() => void)[] = [];
  send.mockImplementation(() => new Promise((resolve) => replies.push(() => resolve({ answer: "ok" }))));
  const sent = () => send.mock.calls.map(([command]) => command);
  const to = (idea: string) => ({ do: "highlight_idea", idea, as: "one" });
  reading.point("one");
  for (let at = 1; at < 20; at += 1) reading.go("one", at);
  expect(sent()).toEqual([to("i1")]);
  replies[0]?.();
  await settled();
  expect(sent()).toEqual([to("i1"), to("i20")]);
  reading.go("one", 20);
  reading.point(null);
  replies[1]?.();
  await settled();
  expect(sent().slice(2)).toEqual([{ do: "highlight_idea", idea: null }]);
  replies[2]?.();
  await settled();
  reading.point("one");
  expect(sent()).toHaveLength(4);
});

test("going to another idea of the page that is shown sends nothing", async () => {
  const { reading, meta, send } = board("facilitate");
  reading.point("page");
  meta.value = { highlight: "i1", highlight_as: "page" };
  await settled();
  for (let at = 1; at < 8; at += 1) reading.go("page", at);
  await settled();
  expect([...place(reading), reading.onScreen.value, send.mock.calls.length]).toEqual(["page", 8, true, 1]);
  reading.go("page", 8);
  expect(send).toHaveBeenCalledTimes(2);
});

test("pages are walked by their first idea, and what was shown is marked in this tab", async () => {
  const { reading, send } = board("facilitate");
  reading.point("page");
  reading.step(1);
  await settled();
  expect(send).toHaveBeenLastCalledWith({ do: "highlight_idea", idea: "i9", as: "page" });
  expect([...reading.marks.value].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
  expect(board("facilitate").reading.marks.value.size).toBe(16);
  expect([reading.ends(-1), reading.ends(1), reading.unread()]).toEqual([false, false, 16]);
});

test("the next number takes the place of an idea that goes", () => {
  const { reading, ideas } = board("participate");
  reading.go("one", 4);
  ideas.value = ideas.value.filter(({ number }) => number !== 5);
  expect(place(reading)).toEqual(["one", 6]);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aTab, Disk } from "../../../../test/fake-browser";
import { aBoot, Server } from "../../../../test/fake-server";
import type { Notice } from "../../../protocol.generated";
import { start } from "../engine";
import type { Board } from "../offers";

let server: Server;
let disk: Disk;
let boards: Board[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  disk = new Disk();
  boards = [];
});
afterEach(() => {
  for (const board of boards) board.close();
  vi.useRealTimers();
});

function open(notice: Partial<Notice> = {}): Board {
  Object.assign(server.notice, notice);
  const board = start(aBoot("participate", notice), aTab(server, disk));
  boards.push(board);
  return board;
}

function tick(ms = 10): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

function inSeconds(seconds: number): number {
  return Date.now() / 1000 + seconds;
}

test("Enter sends what stands in the field and empties it", async () => {
  const board = open();
  await tick();
  board.draft.type("one");
  const answer = board.draft.send();
  expect(board.draft.text.value).toBe("");
  expect((await answer).answer).toBe("ok");
  board.draft.type("two");
  void board.draft.send();
  await tick();
  expect([...server.ideas.values()]).toEqual(["one", "two"]);
});

test("empty and too long are refused with a reason, and what is too long stays in the field", async () => {
  const board = open();
  await tick();
  expect((await board.draft.send()).answer).toBe("refused");
  board.draft.type("x".repeat(1001));
  const answer = await board.draft.send();
  expect(answer.answer).toBe("refused");
  expect(answer.why).toContain("1,001");
  expect(board.draft.text.value).toHaveLength(1001);
  expect(server.commands).toEqual([]);
});

test("a draft survives the tab and stands in the other tab too", async () => {
  const [left, right] = [open(), open()];
  left.draft.type("half a thou");
  expect(right.draft.text.value).toBe("half a thou");
  left.close();
  right.close();
  expect(open().draft.text.value).toBe("half a thou");
});

test("what is left of a pasted list survives the tab, in every tab, until it is let go", () => {
  const [left, right] = [open(), open()];
  expect(left.draft.pasted.value).toBeNull();
  left.draft.keepPasted(["over the limit", "of two\nlines"]);
  expect(right.draft.pasted.value).toEqual(["over the limit", "of two\nlines"]);
  left.close();
  right.close();
  const again = open();
  expect(again.draft.pasted.value).toHaveLength(2);
  again.draft.keepPasted(null);
  expect(open().draft.pasted.value).toBeNull();
});

test("a tab that died between sending its draft and emptying the field comes back with an empty field", async () => {
  const board = open();
  board.draft.type("sent already");
  const draft = disk.seenFrom(new EventTarget()).getItem("shortlist/b0a2d/participate/draft") ?? "";
  void board.draft.send();
  board.close();
  disk.seenFrom(new EventTarget()).setItem("shortlist/b0a2d/participate/draft", draft);
  expect(open().draft.text.value).toBe("");
});

test("at the end of the time a draft is sent by itself, once, in two tabs, and says so", async () => {
  const deadline = inSeconds(60);
  const [left, right] = [open({ deadline, length: 60 }), open({ deadline, length: 60 })];
  await tick();
  left.draft.type("not quite fin");
  await tick(59_000);
  expect(server.commands).toEqual([]);
  await tick(1_500);
  expect([...server.ideas.values()]).toEqual(["not quite fin"]);
  for (const board of [left, right]) {
    expect(board.draft.text.value).toBe("");
    expect(board.own.unfinished.value).toMatchObject({ text: "not quite fin", unfinished: true });
  }
  const id = left.own.unfinished.value?.id ?? "";
  await left.commands.editIdea(id, "now it is finished");
  expect([...server.ideas.values()]).toEqual(["now it is finished"]);
  expect(right.own.unfinished.value).toBeNull();
});

test("the end of the time and Enter, whichever comes first, make one idea", async () => {
  const board = open({ deadline: inSeconds(10), length: 10 });
  await tick();
  board.draft.type("photo finish");
  await tick(10_100);
  expect(board.own.unfinished.value?.text).toBe("photo finish");
  const answer = board.draft.send();
  expect((await answer).answer).toBe("ok");
  expect(server.commands.filter((request) => request.do === "add_idea")).toHaveLength(1);
  expect(board.own.unfinished.value).toBeNull();
});

test("two tabs that press Enter on the same draft before they hear of each other make one idea", async () => {
  const [left, right] = [open(), open()];
  await tick();
  left.draft.type("same");
  // The right tab has not heard yet that the left one sent: its field and its memory still hold the draft.
  disk.deaf = true;
  void left.draft.send();
  void right.draft.send();
  disk.deaf = false;
  await tick();
  expect([...server.ideas.values()]).toEqual(["same"]);
});

test("two tabs that send the same draft with different words, before they hear of each other: the later words count", async () => {
  const [left, right] = [open(), open()];
  await tick();
  left.draft.type("same");
  disk.deaf = true;
  void left.draft.send();
  right.draft.type("same, but longer");
  void right.draft.send();
  disk.deaf = false;
  await tick(20_000);
  expect([...server.ideas.values()]).toEqual(["same, but longer"]);
});

test("an announced end sends the draft at once, without a timer too", async () => {
  const board = open();
  await tick();
  board.draft.type("quick");
  server.tell({ closing: inSeconds(2) });
  await tick();
  expect([...server.ideas.values()]).toEqual(["quick"]);
});

test("a page that was shut when the time ended sends its draft when it is back, if the group still waits", async () => {
  const board = open();
  board.draft.type("slept through");
  board.close();
  open({ deadline: inSeconds(-20), length: 60 });
  await tick();
  expect([...server.ideas.values()]).toEqual(["slept through"]);
});

test("a page out of the browser's cache does not believe its own old timer", async () => {
  open().draft.type("still writing");
  const stale = { deadline: inSeconds(-20), length: 60 };
  server.notice = { deadline: inSeconds(300), length: 60 };
  boards.push(start(aBoot("participate", stale), aTab(server, disk)));
  await tick();
  expect(server.commands).toEqual([]);
});

test("once the ideas are shown a forgotten draft is not sent by itself", async () => {
  open().draft.type("old");
  open({ deadline: inSeconds(-20), phase: "reveal" });
  await tick();
  expect(server.commands).toEqual([]);
});

test("time added after zero: what is typed then is not sent before the new end", async () => {
  const board = open({ deadline: inSeconds(1), length: 1 });
  await tick(1_500);
  server.tell({ deadline: inSeconds(60), length: 60 });
  board.draft.type("second wind");
  await tick(30_000);
  expect(server.commands).toEqual([]);
  await tick(31_000);
  expect([...server.ideas.values()]).toEqual(["second wind"]);
});

test("a computer ten minutes ahead does not end the time early", async () => {
  const skewed = Date.now() / 1000 - 600;
  const board = open({ now: skewed, deadline: skewed + 60, length: 60 });
  await tick();
  board.draft.type("mine");
  expect(board.clock.remaining.value).toBe(60);
  await tick(50_000);
  expect(server.commands).toEqual([]);
});

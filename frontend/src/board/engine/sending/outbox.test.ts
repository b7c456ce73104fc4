import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aTab, Disk, Turnstile } from "../../../../test/fake-browser";
import { aBoot, Server } from "../../../../test/fake-server";
import { start } from "../engine";
import type { Board } from "../offers";
import type { Request } from "../types";

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

function open(changes: Parameters<typeof aTab>[2] = {}): Board {
  const board = start(aBoot(), aTab(server, disk, changes));
  boards.push(board);
  return board;
}

function tick(ms = 10): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

function adds(): Request[] {
  return server.commands.filter((request) => request.do === "add_idea");
}

test("an idea is saved when the server has answered, and not before", async () => {
  server.answer = () => null;
  const board = open();
  await tick();
  void board.commands.addIdea("ship on Fridays");
  await tick(3_000);
  expect(adds()).toHaveLength(1);
  expect(board.own.ideas.value.map((idea) => idea.state)).toEqual(["sending"]);
  expect(board.state.saved.value).toEqual({ kind: "saving", waiting: 1 });
  server.answer = () => ({ answer: "ok" });
  server.wire.ends(1012);
  await tick(5_000);
  expect(board.own.ideas.value.map((idea) => idea.state)).toEqual(["saved"]);
  expect(board.state.saved.value).toEqual({ kind: "saved" });
});

test("what was not answered is sent again under the same ids, and is one idea", async () => {
  server.answer = () => null;
  const board = open();
  await tick();
  const answer = board.commands.addIdea("once only");
  await tick();
  server.wire.ends(1006);
  server.answer = () => ({ answer: "ok" });
  await tick(5_000);
  expect((await answer).answer).toBe("ok");
  expect(adds()).toHaveLength(2);
  expect(new Set(adds().map((request) => JSON.stringify(request)))).toHaveProperty("size", 1);
  expect([...server.ideas.values()]).toEqual(["once only"]);
});

test("ideas written offline wait, are counted, survive the tab, and go out in order", async () => {
  server.down = true;
  const board = open();
  for (const text of ["one", "two", "three"]) void board.commands.addIdea(text);
  await tick(4_000);
  expect(board.state.saved.value).toEqual({ kind: "offline", waiting: 3 });
  board.close();
  server.down = false;
  const again = open();
  await tick();
  expect([...server.ideas.values()]).toEqual(["one", "two", "three"]);
  expect(again.own.ideas.value.map((idea) => idea.text)).toEqual(["one", "two", "three"]);
  expect(again.state.saved.value).toEqual({ kind: "saved" });
  expect(disk.text).not.toContain("out/");
});

test("while the server cannot store, it is asked in growing pauses", async () => {
  const times: number[] = [];
  server.answer = (request) => {
    if (request.do === "add_idea") times.push(Date.now());
    return { answer: "retry", why: "storage" };
  };
  const board = open({ random: () => 1 });
  await tick();
  void board.commands.addIdea("patience");
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await tick(15_000);
    server.tell();
  }
  const pauses = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  expect(pauses.slice(0, 5)).toEqual([1000, 2000, 4000, 8000, 15000]);
  expect(board.own.ideas.value[0]?.state).toBe("sending");
});

test.each([
  ["with locks", true],
  ["without", false],
])("two tabs %s: one idea, both show it, both are told", async (_, withLocks) => {
  const { locks } = new Turnstile();
  server.down = true;
  const [left, right] = [open(withLocks ? { locks } : {}), open(withLocks ? { locks } : {})];
  const told = left.commands.addIdea("from the left");
  const other = right.commands.addIdea("from the right");
  expect(right.own.ideas.value).toHaveLength(2);
  server.down = false;
  await tick(20_000);
  expect([...server.ideas.values()].sort()).toEqual(["from the left", "from the right"]);
  if (withLocks) expect(adds()).toHaveLength(2);
  expect([(await told).answer, (await other).answer]).toEqual(["ok", "ok"]);
  for (const board of [left, right]) {
    expect(board.own.ideas.value.map((idea) => idea.state)).toEqual(["saved", "saved"]);
    expect(board.state.saved.value.kind).toBe("saved");
  }
});

test("what the server said to one tab, the other tab says too", async () => {
  const { locks } = new Turnstile();
  server.answer = () => ({ answer: "refused", why: "Full." });
  server.down = true;
  const [left, right] = [open({ locks }), open({ locks })];
  const answers = [left.commands.addIdea("one"), right.commands.addIdea("two")];
  server.down = false;
  await tick(20_000);
  expect(server.commands).toHaveLength(2);
  expect(await Promise.all(answers)).toMatchObject([{ why: "Full." }, { why: "Full." }]);
});

test("a tab asleep with the lock in its hand does not hold up the other", async () => {
  const taken = {
    request: (_: string, { signal }: LockOptions) =>
      new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
  };
  const board = open({ locks: taken as never });
  await tick();
  void board.commands.addIdea("awake");
  await tick(4_000);
  expect(server.ideas.size).toBe(0);
  await tick(2_000);
  expect(server.ideas.size).toBe(1);
});

test("a full storage keeps things in this tab, sends them, and says that the page must stay open", async () => {
  disk.full = true;
  server.down = true;
  const board = open();
  void board.commands.addIdea("no room");
  await tick(4_000);
  expect(board.notes.value.map((note) => note.id)).toEqual(["storage"]);
  expect(board.state.saved.value).toEqual({ kind: "offline", waiting: 1 });
  server.down = false;
  await tick(20_000);
  expect([...server.ideas.values()]).toEqual(["no room"]);
  expect(board.own.ideas.value[0]?.state).toBe("saved");
});

test("a storage emptied under an open tab loses nothing of what waits", async () => {
  server.down = true;
  const tab = aTab(server, disk);
  const board = start(aBoot(), tab);
  boards.push(board);
  void board.commands.addIdea("still here");
  tab.storage?.clear();
  tab.window.dispatchEvent(Object.assign(new Event("storage"), { key: null, newValue: null }));
  expect(disk.text).toContain("still here");
  server.down = false;
  await tick(20_000);
  expect(server.ideas.size).toBe(1);
});

test("a move is not sent again: it says that its answer is not known", async () => {
  server.answer = () => null;
  const board = open();
  await tick();
  const moved = board.commands.placeIdea("i1", null);
  await tick();
  server.wire.ends(1006);
  await tick(10_000);
  expect(await moved).toMatchObject({ answer: "retry", why: expect.stringContaining("connection") });
  expect(server.commands).toHaveLength(1);
});

test("a command in the moment of a reconnect waits for it; offline it says so", async () => {
  const board = open();
  await tick();
  server.wire.ends(1012);
  const quick = board.commands.send({ do: "hide_idea", idea: "i1", hidden: true });
  await tick(4_000);
  expect((await quick).answer).toBe("ok");
  server.down = true;
  server.wire.ends(1006);
  const slow = board.commands.send({ do: "hide_idea", idea: "i1", hidden: false });
  await tick(4_000);
  expect(await slow).toMatchObject({ answer: "retry", why: expect.stringContaining("not connected") });
  server.down = false;
  await tick(30_000);
  expect(server.commands).toHaveLength(1);
});

test("what is not answered when the page goes leaves without its socket, too, and has then been tried", async () => {
  server.answer = () => null;
  const posted: [string, Request][] = [];
  const post = (path: string, body = ""): Promise<number> => {
    posted.push([path, JSON.parse(body)]);
    return Promise.reject(new TypeError("no network"));
  };
  const tab = aTab(server, disk, { post });
  const board = start(aBoot(), tab);
  boards.push(board);
  await tick();
  server.down = true;
  server.wire.ends(1006);
  void board.commands.addIdea("a fund");
  void board.commands.addIdea("a cap");
  const [fund, cap] = board.own.ideas.value.map((idea) => idea.id);
  void board.commands.editIdea(fund ?? "", "a fund of all");
  tab.window.dispatchEvent(new Event("pagehide"));
  // The edit must not overtake its idea.
  expect(posted).toMatchObject([
    ["/api/boards/b0a2d/commands", { do: "add_idea", idea: fund, text: "a fund" }],
    ["/api/boards/b0a2d/commands", { do: "add_idea", idea: cap }],
  ]);
  // Nobody knows whether it arrived, so the server has to be asked to take it out again.
  void board.commands.withdrawIdea(cap ?? "");
  await tick();
  expect(board.own.ideas.value[1]?.state).toBe("sending");

  posted.length = 0;
  server.down = false;
  server.answer = () => ({ answer: "ok" });
  tab.window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await tick(100);
  expect(server.commands.map((request) => request.do)).toEqual(["add_idea", "add_idea", "edit_idea", "withdraw_idea"]);
  tab.window.dispatchEvent(new Event("pagehide"));
  expect(posted).toEqual([]);
});

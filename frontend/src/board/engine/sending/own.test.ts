import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aTab, Disk } from "../../../../test/fake-browser";
import { aBoot, META, Server } from "../../../../test/fake-server";
import { start } from "../engine";
import type { Board } from "../offers";
import type { Answer } from "../types";

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

test("an edit does not overtake its idea, also when the idea has to be tried again", async () => {
  let faults = 3;
  server.answer = (request) => {
    if (request.do === "edit_idea" && !server.ideas.has(request.idea)) return { answer: "refused", why: "unknown" };
    faults -= 1;
    return faults >= 0 ? { answer: "retry", why: "storage" } : { answer: "ok" };
  };
  const board = open();
  await tick();
  void board.commands.addIdea("draught");
  const id = board.own.ideas.value[0]?.id ?? "";
  const edited = board.commands.editIdea(id, "draft");
  await tick(60_000);
  expect((await edited).answer).toBe("ok");
  expect([...server.ideas.values()]).toEqual(["draft"]);
  expect(board.own.ideas.value[0]).toMatchObject({ text: "draft", pending: null, state: "saved" });
});

test("late and refused end the waiting, with the reason and the text kept", async () => {
  server.answer = (request) =>
    request.do === "add_idea" && request.text === "late" ? { answer: "late" } : { answer: "refused", why: "No." };
  const board = open();
  await tick();
  void board.commands.addIdea("late");
  const refused = board.commands.addIdea("wrong");
  await tick();
  expect(await refused).toMatchObject({ answer: "refused", why: "No." });
  expect(board.own.ideas.value).toMatchObject([
    { text: "late", state: "late" },
    { text: "wrong", state: "refused", why: "No." },
  ]);
  expect(board.state.saved.value).toEqual({ kind: "saved" });
});

test("an idea taken back before it ever left is never sent; one that may have left is withdrawn", async () => {
  server.down = true;
  const board = open();
  void board.commands.addIdea("never mind");
  await board.commands.withdrawIdea(board.own.ideas.value[0]?.id ?? "");
  server.down = false;
  server.answer = () => null;
  await tick(20_000);
  expect(server.commands).toEqual([]);
  void board.commands.addIdea("out already");
  await tick();
  server.answer = () => ({ answer: "ok" });
  void board.commands.withdrawIdea(board.own.ideas.value[1]?.id ?? "");
  server.wire.ends(1012);
  await tick(5_000);
  expect(server.commands.map((request) => request.do)).toEqual(["add_idea", "add_idea", "withdraw_idea"]);
  expect(board.own.ideas.value.map((idea) => idea.state)).toEqual(["withdrawn", "withdrawn"]);
});

test("a tab that died between writing an idea down and sending it: the next one sends it", async () => {
  const kept = {
    id: "i1",
    secret: "s",
    text: "nearly",
    pending: null,
    state: "sending",
    why: null,
    unfinished: false,
    at: 1,
  };
  disk.seenFrom(new EventTarget()).setItem("shortlist/b0a2d/participate/idea/i1", JSON.stringify(kept));
  open();
  await tick();
  expect([...server.ideas]).toEqual([["i1", "nearly"]]);
});

test("time added after zero takes a late idea in, and its author's page says so", async () => {
  server.answer = () => ({ answer: "late" });
  const board = open();
  server.tell({ deadline: Date.now() / 1000 - 5, length: 60 });
  await tick();
  void board.commands.addIdea("just missed it");
  await tick();
  expect(board.own.ideas.value[0]?.state).toBe("late");
  server.answer = () => ({ answer: "ok" });
  server.tell({ deadline: Date.now() / 1000 + 60, length: 60 });
  await tick();
  expect(board.own.ideas.value[0]?.state).toBe("saved");
  expect(server.commands).toHaveLength(2);
  expect(server.ideas.size).toBe(1);
});

test("on the facilitator's page there is nothing of the own ideas to see", async () => {
  const board = open();
  await tick();
  void board.commands.addIdea("mine");
  await tick();
  const facilitator = start(aBoot("facilitate"), aTab(server, disk));
  boards.push(facilitator);
  await tick();
  expect(facilitator.own.ideas.value).toEqual([]);
});

test("an own late idea becomes saved when it is let in; at the freeze secrets go and a late one is left out", async () => {
  let answer: Answer["answer"] = "ok";
  server.answer = () => ({ answer });
  const board = open();
  await tick();
  void board.commands.addIdea("in time");
  await tick();
  answer = "late";
  void board.commands.addIdea("let in");
  void board.commands.addIdea("never let in");
  await tick();
  const [, second] = board.own.ideas.value;
  server.meta(META);
  server.put(second?.id ?? "", "let in", 1);
  await tick();
  expect(board.own.ideas.value.map((idea) => idea.state)).toEqual(["saved", "saved", "late"]);
  expect(disk.text).toContain("secret");
  server.meta({ phase: "frozen", frozen: "abc" });
  await tick();
  expect(board.own.ideas.value[2]).toMatchObject({ state: "left_out", text: "never let in", mine: false });
  expect(disk.text).not.toMatch(/secret\\?":\\?"[^"\\]/);
});

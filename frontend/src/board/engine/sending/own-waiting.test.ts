import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aTab, Disk } from "../../../../test/fake-browser";
import { aBoot, META, Server } from "../../../../test/fake-server";
import type { Role } from "../../../protocol.generated";
import { root } from "../document/document";
import { start } from "../engine";
import type { Board } from "../offers";
import { LONGEST_WAIT } from "./own-waiting";

let server: Server;
let disk: Disk;
let boards: Board[];
let board: Board;
let id: string;

function open(role: Role = "participate"): Board {
  const opened = start(aBoot(role), aTab(server, disk));
  boards.push(opened);
  return opened;
}

function tick(ms = 10): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

function texts(of = board): (string | null)[] {
  return of.state.ideas.value.map((idea) => idea.text);
}

function text(words: string): void {
  server.write((doc) => root(doc, "ideas").set(id, words));
}

/** One of my ideas and one of somebody else, both revealed. The server keeps changes back until the test writes them. */
beforeEach(async () => {
  vi.useFakeTimers();
  server = new Server();
  server.meta(META);
  server.notice = { run: "first" };
  disk = new Disk();
  boards = [];
  board = open();
  await tick();
  void board.commands.addIdea("first words");
  await tick();
  id = board.own.ideas.value[0]?.id ?? "";
  server.put(id, "first words", 1);
  server.put("theirs", "of somebody else", 2);
});
afterEach(() => {
  for (const one of boards) one.close();
  vi.useRealTimers();
});

test("an author sees the new words at once, and others' changes as ever", async () => {
  const edited = board.commands.editIdea(id, "second words");
  await tick();
  expect((await edited).answer).toBe("ok");
  expect(texts()).toEqual(["second words", "of somebody else"]);
  expect(board.state.idea(id).value?.text).toBe("second words");
  expect(board.own.ideas.value[0]).toMatchObject({ text: "second words", pending: null, waits: true });
  server.write((doc) => root(doc, "ideas").set("theirs", "changed"));
  expect(texts()).toEqual(["second words", "changed"]);
  text("second words");
  expect(board.own.ideas.value[0]?.waits).toBe(false);
  text("cleared by the server");
  expect(texts()[0]).toBe("cleared by the server");
});

test("it still shows them after a reload, without a connection and after a reconnect", async () => {
  void board.commands.editIdea(id, "second words");
  await tick();
  board.close();
  board = open();
  await tick();
  expect(texts()[0]).toBe("second words");
  server.wire.ends(1006);
  server.down = true;
  await tick(5 * LONGEST_WAIT);
  expect(texts()[0]).toBe("second words");
  server.down = false;
  await tick(20_000);
  expect(texts()[0]).toBe("second words");
});

test("a withdrawn idea is gone from the author's page alone", async () => {
  const other = open();
  void board.commands.withdrawIdea(id);
  await tick();
  expect(board.state.ideas.value.map((idea) => idea.id)).toEqual(["theirs"]);
  expect(board.state.loose.value.map((idea) => idea.id)).toEqual(["theirs"]);
  // Tabs of one person share what is their own.
  expect(texts(other)).toEqual(["of somebody else"]);
  server.write((doc) => {
    for (const name of ["ideas", "numbers", "places"] as const) root(doc, name).delete(id);
  });
  expect(board.own.ideas.value[0]).toMatchObject({ state: "withdrawn", waits: false });
});

test("a signature is shown and removed at once", async () => {
  const signed = () => board.state.idea(id).value?.signature;
  await Promise.all([board.commands.signIdea(id, " Mara "), tick()]);
  expect(signed()).toBe("Mara");
  server.write((doc) => root(doc, "signatures").set(id, "Mara"));
  expect(board.own.ideas.value[0]?.waits).toBe(false);
  await Promise.all([board.commands.signIdea(id, ""), tick()]);
  expect(signed()).toBeNull();
  server.write((doc) => root(doc, "signatures").delete(id));
  expect(board.own.ideas.value[0]?.waits).toBe(false);
});

test("what the server refuses is not shown as done", async () => {
  server.answer = () => ({ answer: "refused", why: "No." });
  await Promise.all([board.commands.signIdea(id, "Mara"), board.commands.withdrawIdea(id), tick()]);
  expect(texts()).toEqual(["first words", "of somebody else"]);
  expect(board.state.idea(id).value?.signature).toBeNull();
});

test("an idea that the facilitator hides stays hidden", async () => {
  void board.commands.editIdea(id, "second words");
  await tick();
  server.write((doc) => root(doc, "ideas").delete(id));
  expect(texts()).toEqual([null, "of somebody else"]);
  await tick(2 * LONGEST_WAIT);
  expect(board.own.ideas.value[0]).toMatchObject({ text: "second words", pending: null, waits: false });
});

test("a facilitator's page shows nothing own", async () => {
  void board.commands.editIdea(id, "second words");
  await tick();
  const projected = open("facilitate");
  await tick();
  expect(texts(projected)).toEqual(["first words", "of somebody else"]);
});

test("a change that never comes is offered again, and not while nothing can come", async () => {
  void board.commands.editIdea(id, "second words");
  await tick();
  server.tell({ readonly: true });
  await tick(3 * LONGEST_WAIT);
  expect(texts()[0]).toBe("second words");
  server.tell({ readonly: false });
  await tick(LONGEST_WAIT);
  expect(texts()[0]).toBe("first words");
  expect(board.own.ideas.value[0]).toMatchObject({ pending: "second words", waits: false });
  const sent = server.commands.length;
  void board.commands.editIdea(id, "second words");
  await tick();
  expect(server.commands.length).toBe(sent + 1);
  text("second words");
  expect(board.own.ideas.value[0]).toMatchObject({ text: "second words", pending: null, why: null, waits: false });
});

test("one that comes late after all is not called lost any more", async () => {
  void board.commands.editIdea(id, "second words");
  await tick(LONGEST_WAIT + 100);
  expect(board.own.ideas.value[0]?.pending).toBe("second words");
  text("second words");
  expect(board.own.ideas.value[0]).toMatchObject({ pending: null, why: null });
});

test("a restart asks for nothing that waits and calls nothing lost", async () => {
  server.meta({ phase: "reveal" });
  void board.commands.editIdea(id, "second words");
  await tick();
  const sent = server.commands.length;
  server.wire.ends(1012);
  server.notice = { ...server.notice, run: "second" };
  await tick(5_000);
  expect(server.commands.length).toBe(sent);
  expect(board.notes.value).toEqual([]);
  expect(texts()[0]).toBe("second words");
});

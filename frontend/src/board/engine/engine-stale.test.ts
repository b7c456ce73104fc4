import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { aTab, Disk, type Tab } from "../../../test/fake-browser";
import { aBoot, META, Server } from "../../../test/fake-server";
import { PART_MISSING } from "../../kit/load";
import { root } from "./document/document";
import { start } from "./engine";
import type { Board } from "./offers";

let server: Server;
let tab: Tab;
let board: Board;

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  tab = aTab(server);
  server.meta(META);
  board = start(aBoot(), tab);
});
afterEach(() => {
  board.close();
  vi.useRealTimers();
});

function tick(ms = 10): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

function texts(): (string | null)[] {
  return board.state.ideas.value.map((idea) => idea.text);
}

test("an older file was put back: a restart shows what the server has, never what only this page still has", async () => {
  server.notice = { ...server.notice, run: "first" };
  await tick();
  server.put("a", "one", 1);
  const older = Y.encodeStateAsUpdate(server.doc);
  server.put("b", "written after the copy was made", 2);
  expect(texts()).toEqual(["one", "written after the copy was made"]);
  server.wire.ends(1012);
  server.notice = { ...server.notice, run: "second" };
  server.doc = new Y.Doc();
  Y.applyUpdate(server.doc, older);
  await tick(5_000);
  expect(texts()).toEqual(["one"]);
  expect(board.notes.value.map((note) => note.id)).toEqual(["set-back"]);
  server.put("c", "and on", 2);
  expect(texts()).toEqual(["one", "and on"]);
});

test("a mere restart takes a new replica of the same board and says nothing", async () => {
  server.notice = { ...server.notice, run: "first" };
  await tick();
  server.put("a", "one", 1);
  server.wire.ends(1012);
  server.notice = { ...server.notice, run: "second" };
  server.write((doc) => root(doc, "ideas").set("a", "changed meanwhile"));
  await tick(5_000);
  expect(texts()).toEqual(["changed meanwhile"]);
  expect(board.notes.value).toEqual([]);
});

test("a file of an earlier epoch was put back: it is told, also when that history is quite another", async () => {
  server.notice = { ...server.notice, run: "first" };
  await tick();
  server.renew(3, (doc) => root(doc, "ideas").set("a", "one"));
  await tick();
  server.wire.ends(1012);
  server.notice = { ...server.notice, run: "second" };
  server.renew(2, (doc) => root(doc, "ideas").set("z", "another"));
  await tick(5_000);
  expect(texts()).toEqual(["another"]);
  expect(board.notes.value.map((note) => note.id)).toEqual(["set-back"]);
});

test("own ideas that an older file lost are not sent again by themselves, but offered with their text", async () => {
  const refuse = { answer: "refused", why: "This idea is not on the board." } as const;
  server.notice = { ...server.notice, run: "first" };
  await tick();
  await board.commands.addIdea("in the copy");
  await board.commands.addIdea("lost");
  server.wire.ends(1012);
  server.notice = { ...server.notice, run: "second" };
  server.commands.length = 0;
  server.answer = (request) => (request.do === "edit_idea" && request.text === "lost" ? refuse : { answer: "ok" });
  await tick(5_000);
  expect(board.own.ideas.value.map(({ text, state }) => [text, state])).toEqual([
    ["in the copy", "saved"],
    ["lost", "refused"],
  ]);
  expect(server.commands.map((request) => request.do)).toEqual(["edit_idea", "edit_idea"]);
  expect(board.notes.value.map((note) => note.id)).toEqual(["set-back"]);
  server.wire.ends(1012);
  await tick(5_000);
  expect(server.commands).toHaveLength(2);
});

test("the question after own ideas outlives a reload and an answer that got lost", async () => {
  const disk = new Disk();
  board.close();
  server.notice = { ...server.notice, run: "first" };
  board = start(aBoot(), aTab(server, disk));
  await tick();
  await board.commands.addIdea("mine");
  board.close();
  server.notice = { ...server.notice, run: "second" };
  server.answer = () => ({ answer: "retry" });
  board = start(aBoot(), aTab(server, disk));
  await tick();
  board.close();
  server.answer = () => ({ answer: "refused" });
  board = start(aBoot(), aTab(server, disk));
  await tick();
  expect(board.own.ideas.value.map(({ state }) => state)).toEqual(["refused"]);
});

test.each(["visible", "focus", "resume"])("%s: a socket that died a moment ago is found out at once", async (how) => {
  await tick();
  server.put("a", "one", 1);
  server.wire.dead = true;
  server.put("b", "two", 2);
  await tick(4_000);
  const at = how === "focus" ? tab.window : tab.page;
  at.dispatchEvent(new Event(how === "visible" ? "visibilitychange" : how));
  await tick(1_500);
  expect(texts()).toEqual(["one", "two"]);
  expect(server.open).toHaveLength(1);
});

test("a connection that answers is kept, however often the person looks", async () => {
  await tick();
  for (let n = 0; n < 5; n += 1) {
    await tick(4_000);
    tab.window.dispatchEvent(new Event("focus"));
    await tick(100);
  }
  await tick(5_000);
  expect(server.wires).toHaveLength(1);
  expect(server.asked).toBe(6);
});

test("a computer that slept with the page in sight asks by itself whether the socket lives", async () => {
  await tick();
  server.wire.dead = true;
  server.put("a", "written meanwhile", 1);
  vi.setSystemTime(Date.now() + 12_000);
  await tick(2_500);
  expect(texts()).toEqual(["written meanwhile"]);
});

test("what is sent when the phase ends delays the reload only until it is answered", async () => {
  await tick();
  server.tell({ protocol: 2, deadline: Date.now() / 1000 + 1, length: 60 });
  board.draft.type("unfinished");
  server.answer = () => null;
  await tick(2_000);
  server.tell({ phase: "reveal", deadline: null });
  await tick(1_000);
  expect([board.draft.text.value, tab.reloads]).toEqual(["", 0]);
  server.answer = () => ({ answer: "ok" });
  server.wire.ends(1006);
  await tick(1_900);
  expect([...server.ideas.values()]).toEqual(["unfinished"]);
  expect(tab.reloads).toBe(1);
});

test("what a server of another version refuses waits for the next page, and is sent by it", async () => {
  const disk = new Disk();
  board.close();
  board = start(aBoot(), aTab(server, disk));
  await tick();
  server.tell({ protocol: 2 });
  server.answer = () => ({ answer: "refused", why: "This message does not have the form of a command." });
  void board.commands.addIdea("said in the old way");
  await tick(1_000);
  expect(board.own.ideas.value.map(({ text, state }) => [text, state])).toEqual([["said in the old way", "sending"]]);
  board.close();
  server.answer = () => ({ answer: "ok" });
  server.tell({ protocol: 1 });
  board = start(aBoot(), aTab(server, disk));
  await tick();
  expect([...server.ideas.values()]).toEqual(["said in the old way"]);
  expect(board.own.ideas.value.map(({ state }) => state)).toEqual(["saved"]);
});

test("a part of the page that another build does not have any more: a calm line, a reload with free hands", async () => {
  await tick();
  const missing = (): boolean => tab.window.dispatchEvent(new Event(PART_MISSING));
  missing();
  expect([board.newVersion.value, tab.reloads]).toEqual([false, 0]);
  server.tell({ build: "another" });
  expect([board.newVersion.value, tab.reloads]).toEqual([true, 1]);
  await tick(60_000);
  board.draft.type("in the middle of");
  server.tell({ build: "a third" });
  missing();
  await tick(10_000);
  expect([board.newVersion.value, tab.reloads, board.draft.text.value]).toEqual([true, 1, "in the middle of"]);
});

test("another build alone is nobody's business", async () => {
  await tick();
  server.tell({ build: "another" });
  server.tell({ phase: "reveal" });
  await tick(10_000);
  expect([board.newVersion.value, tab.reloads]).toEqual([false, 0]);
});

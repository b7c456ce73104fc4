import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aTab, type Tab } from "../../../test/fake-browser";
import { aBoot, META, Server } from "../../../test/fake-server";
import { say } from "../../words/say";
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

test("asks for its own role, shows what was served until the document is here", async () => {
  expect(board.state.meta.value.question).toBe(META.question);
  expect(board.state.ready.value).toBe(false);
  await tick();
  expect(server.wire.url).toBe("ws://board.test/boards/b0a2d/live?as=participate");
  expect(board.state.ready.value).toBe(true);
  expect(server.asked).toBe(1);
});

test("after a reconnect it has what it missed, and asks only for that", async () => {
  await tick();
  server.put("a", "one", 1);
  const first = board.state.ideas.value[0];
  server.wire.dead = true;
  server.put("b", "two", 2);
  expect(texts()).toEqual(["one"]);
  server.wire.dead = false;
  server.wire.ends(1006);
  await tick(5_000);
  expect(texts()).toEqual(["one", "two"]);
  expect(board.state.ideas.value[0]).toBe(first);
});

test("a new epoch: the old document stays until the new one is whole, then nothing is doubled", async () => {
  await tick();
  server.put("a", "one", 1);
  server.put("b", "two", 2);
  const [first] = board.state.ideas.value;
  const seen: number[] = [];
  const stop = board.state.ideas.subscribe((ideas) => seen.push(ideas.length));
  server.renew(2, (doc) => {
    root(doc, "meta").set("phase", "reveal");
    for (const [id, text, n] of [
      ["c", "three", 3],
      ["b", "two", 2],
      ["a", "one", 1],
    ] as const) {
      root(doc, "ideas").set(id, text);
      root(doc, "numbers").set(id, n);
      root(doc, "places").set(id, { cluster: null, rank: "V" });
    }
  });
  expect(board.state.phase.value).toBe("diverge");
  expect(seen).toEqual([2]);
  await tick();
  expect(seen).toEqual([2, 3]);
  expect(board.state.phase.value).toBe("reveal");
  expect(texts()).toEqual(["one", "two", "three"]);
  expect(board.state.ideas.value[0]).toBe(first);
  server.put("d", "four", 4);
  expect(texts()).toEqual(["one", "two", "three", "four"]);
  stop();
});

test("a change of the old epoch that comes late is not let into the new one", async () => {
  await tick();
  server.put("a", "one", 1);
  const old = server.doc;
  server.renew(2, (doc) => root(doc, "ideas").set("b", "new"));
  const fresh = server.doc;
  server.doc = old;
  server.put("c", "straggler", 3);
  server.doc = fresh;
  await tick();
  expect(texts()).toEqual(["new"]);
});

test("an update whose ground is missing makes it ask again", async () => {
  await tick();
  server.wire.dead = true;
  server.put("a", "lost on the way", 1);
  server.wire.dead = false;
  server.write((doc) => root(doc, "ideas").set("a", "changed"));
  await tick();
  expect(texts()).toEqual(["changed"]);
  expect(server.asked).toBe(2);
});

test("what is sent after the epoch changed while offline belongs to the new one", async () => {
  await tick();
  server.put("a", "one", 1);
  server.down = true;
  server.wire.ends(1006);
  server.renew(5, (doc) => root(doc, "ideas").set("z", "other history"));
  await tick(2_000);
  expect(texts()).toEqual(["one"]);
  server.down = false;
  await tick(15_000);
  expect(texts()).toEqual(["other history"]);
});

test("one transaction wakes the views once", async () => {
  await tick();
  let drawn = 0;
  const stop = board.state.ideas.subscribe(() => {
    drawn += 1;
  });
  server.write((doc) => {
    for (let n = 1; n <= 50; n += 1) {
      root(doc, "ideas").set(`i${n}`, `idea ${n}`);
      root(doc, "numbers").set(`i${n}`, n);
      root(doc, "places").set(`i${n}`, { cluster: null, rank: "V" });
    }
  });
  expect(drawn).toBe(2);
  stop();
});

test("equal notices wake nobody", async () => {
  await tick();
  let drawn = 0;
  const stop = board.state.counts.subscribe(() => {
    drawn += 1;
  });
  server.tell();
  server.tell();
  expect(drawn).toBe(1);
  stop();
});

test("back from the browser's memory: one connection, at once", async () => {
  await tick();
  tab.window.dispatchEvent(new Event("pagehide"));
  expect(server.open).toHaveLength(0);
  await tick(60_000);
  expect(server.open).toHaveLength(0);
  tab.window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await tick();
  expect(server.open).toHaveLength(1);
  expect(board.status.value).toBe("live");
});

test.each(["online", "visible"])("%s: a connection that has been silent is not trusted", async (how) => {
  await tick();
  server.wire.dead = true;
  await tick(17_000);
  if (how === "online") tab.window.dispatchEvent(new Event("online"));
  else tab.page.dispatchEvent(new Event("visibilitychange"));
  await tick();
  expect(server.wires).toHaveLength(2);
  expect(board.status.value).toBe("live");
});

test("a tab that is hidden does not reconnect because it was hidden", async () => {
  await tick();
  server.wire.dead = true;
  await tick(17_000);
  tab.page.visibilityState = "hidden";
  tab.page.dispatchEvent(new Event("visibilitychange"));
  await tick();
  expect(server.wires).toHaveLength(1);
});

test("a newer server: a calm line, and a reload between phases when nothing is under way", async () => {
  await tick();
  server.tell({ protocol: 2 });
  expect(board.newVersion.value).toBe(true);
  expect(tab.reloads).toBe(0);
  board.draft.type("in the middle of");
  server.tell({ phase: "reveal" });
  expect(tab.reloads).toBe(0);
  board.draft.clear();
  tab.inField = true;
  server.tell({ phase: "cluster" });
  expect(tab.reloads).toBe(0);
  tab.inField = false;
  server.answer = () => null;
  void board.commands.addIdea("unsent");
  await tick();
  server.tell({ phase: "reveal" });
  expect(tab.reloads).toBe(0);
  server.answer = () => ({ answer: "ok" });
  server.wire.ends(1012);
  await tick(3_000);
  server.tell({ phase: "cluster" });
  expect(tab.reloads).toBe(1);
  server.tell({ phase: "vote" });
  expect(tab.reloads).toBe(1);
});

test("a full storage with something unsent holds on to the page", async () => {
  const leave = (): boolean => tab.window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(leave()).toBe(true);
  board.close();
  server.answer = () => null;
  tab = aTab(server, undefined, { storage: null });
  board = start(aBoot(), tab);
  await tick();
  void board.commands.addIdea("only here");
  expect(leave()).toBe(false);
});

test("an answer to the consent check names the wording that was on the screen", async () => {
  await tick();
  server.meta({ phase: "decide", consent: { n: 3, open: true } });
  await board.commands.answerConsent(4, "fine");
  expect(server.commands).toMatchObject([{ do: "answer_consent", level: 4, reason: "fine", n: 3 }]);
});

test("closed, it does nothing any more", async () => {
  await tick();
  server.tell({ deadline: Date.now() / 1000 + 60, length: 60 });
  board.close();
  tab.window.dispatchEvent(new Event("online"));
  await tick(60_000);
  expect(server.open).toHaveLength(0);
  expect(vi.getTimerCount()).toBe(0);
});

test("an announced restart is told to nobody for as long as it may take, and then it is", async () => {
  await tick();
  server.down = true;
  server.wire.ends(1012);
  await tick(14_000);
  expect(board.state.saved.value.kind).toBe("saved");
  await tick(2_000);
  expect(board.state.saved.value.kind).toBe("offline");
  server.down = false;
  await tick(15_000);
  expect(board.state.saved.value.kind).toBe("saved");
});

test("a page that stays offline although the server answers says why, until it is connected", async () => {
  board.close();
  const told = (): string[] => board.notes.value.map((note) => note.text());
  const asked: string[] = [];
  let status = 204;
  const post = (path: string): Promise<number> => Promise.resolve(asked.push(path) && status);
  server.down = true;
  board = start(aBoot(), aTab(server, undefined, { post }));
  await tick(2_000);
  expect(asked).toEqual([]);
  await tick(15_000);
  expect(asked[0]).toBe("/boards/b0a2d/live");
  expect(told()).toEqual([say("board-blocked-network")]);
  status = 403;
  await tick(25_000);
  expect(told()).toEqual([say("board-blocked-address")]);
  server.down = false;
  await tick(12_000);
  expect(board.status.value).toBe("live");
  expect(told()).toEqual([]);
});

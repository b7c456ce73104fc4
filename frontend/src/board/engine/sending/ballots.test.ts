import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aTab, Disk } from "../../../../test/fake-browser";
import { aBoot, aNotice, META, Server } from "../../../../test/fake-server";
import type { BallotPaper, OwnBallot } from "../../../protocol.generated";
import { root } from "../document/document";
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
  server.meta({ ...META, phase: "vote", ballot: paper(1) });
  server.notice = { phase: "vote" };
});
afterEach(() => {
  for (const board of boards) board.close();
  vi.useRealTimers();
});

function paper(round: number, ids = ["a", "b", "c", "d"], dots = 2): BallotPaper {
  const options = ids.map((option, at) => ({
    option,
    kind: "idea" as const,
    letter: null,
    number: at + 1,
    name: option,
    named: true,
    ideas: [option],
  }));
  return { round, dots, runoff: false, options };
}

function open(): Board {
  const board = start(aBoot("participate", { phase: "vote" }), aTab(server, disk));
  boards.push(board);
  return board;
}

function tick(ms = 10): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

function told(ballot: OwnBallot | null): void {
  server.tell({ you: { ...aNotice().you, ballot } });
}

test("dots in quick succession leave as one whole ballot, and every press is answered", async () => {
  const board = open();
  await tick();
  const first = board.commands.castBallot({ dots: { a: 1 }, bold: null });
  await tick(300);
  const second = board.commands.castBallot({ dots: { a: 1, b: 1 }, bold: "c" });
  expect(board.state.ballot.value).toEqual({ round: 1, dots: { a: 1, b: 1 }, bold: "c", done: false });
  expect(server.commands).toEqual([]);
  await tick(500);
  expect(server.commands).toMatchObject([{ do: "cast_ballot", dots: { a: 1, b: 1 }, bold: "c", round: 1 }]);
  expect([(await first).answer, (await second).answer]).toEqual(["ok", "ok"]);
});

test("a finished ballot, or one at the last moment, waits for nothing", async () => {
  const board = open();
  await tick();
  void board.commands.castBallot({ dots: {}, bold: null, done: true });
  await tick(1);
  expect(server.commands).toHaveLength(1);
  server.tell({ closing: Date.now() / 1000 + 2 });
  void board.commands.castBallot({ dots: { a: 1 }, bold: null });
  await tick(1);
  expect(server.commands).toHaveLength(2);
});

test("what I left stays on the screen until the server's word is newer", async () => {
  const board = open();
  await tick();
  void board.commands.castBallot({ dots: { a: 1 }, bold: null });
  told(null);
  expect(board.state.ballot.value?.dots).toEqual({ a: 1 });
  await tick(500);
  expect(board.state.ballot.value?.dots).toEqual({ a: 1 });
  told({ round: 1, dots: { d: 1 }, bold: null, done: true });
  expect(board.state.ballot.value?.dots).toEqual({ d: 1 });
});

test("a ballot cast offline survives the tab and goes out, the newest only", async () => {
  const board = open();
  await tick();
  server.down = true;
  server.wire.ends(1006);
  void board.commands.castBallot({ dots: { a: 1 }, bold: null });
  await tick(5_000);
  void board.commands.castBallot({ dots: { b: 1 }, bold: null });
  board.close();
  server.down = false;
  const again = open();
  await tick();
  expect(again.state.ballot.value?.dots).toEqual({ b: 1 });
  await tick(1_000);
  expect(server.commands).toMatchObject([{ dots: { b: 1 } }]);
});

test("a ballot that comes back in another round is dropped with a word, and offered again", async () => {
  const board = open();
  await tick();
  server.down = true;
  server.wire.ends(1006);
  const answer = board.commands.castBallot({ dots: { a: 1, b: 1 }, bold: "c" });
  await tick(5_000);
  server.meta({ ballot: paper(2, ["b", "c"], 1) });
  server.down = false;
  await tick(20_000);
  expect((await answer).answer).toBe("refused");
  expect(server.commands).toEqual([]);
  expect(board.notes.value.map((note) => note.id)).toEqual(["ballot"]);
  board.dismissNote("ballot");
  expect(board.notes.value).toEqual([]);
  expect(board.state.ballot.value).toBeNull();
  expect(board.state.earlier.value?.ballot).toEqual({ round: 2, dots: { b: 1 }, bold: "c", done: false });
  expect([...(board.state.earlier.value?.lost ?? [])]).toEqual([["gone", 1]]);
  server.write((doc) => {
    root(doc, "clusters").set("G", { name: "Of both", rank: "m", letter: "A" });
    root(doc, "places").set("a", { cluster: "G", rank: "m" });
  });
  expect([...(board.state.earlier.value?.lost ?? [])]).toEqual([["grouped", 1]]);
});

test("one code for each round, the same in both tabs and after a reload", async () => {
  const [left, right] = [open(), open()];
  await tick();
  void left.commands.castBallot({ dots: { a: 1 }, bold: null });
  await tick(1_000);
  void right.commands.castBallot({ dots: { b: 1 }, bold: null });
  await tick(1_000);
  expect(left.state.ballot.value?.dots).toEqual({ b: 1 });
  const codes = server.commands.map((request) => (request.do === "cast_ballot" ? request.receipt : ""));
  expect(codes).toHaveLength(2);
  expect(new Set(codes).size).toBe(1);
  expect(codes[0]).toMatch(/^[\w-]{22}$/);
  expect(open().receipt(1)).toBe(codes[0]);
  expect(open().codes()).toEqual([{ round: 1, code: codes[0] }]);
  expect(left.receipt(2)).not.toBe(codes[0]);
});

test("outside a vote there is nothing to cast; a refusal says so even when nobody waits for it", async () => {
  const board = open();
  await tick();
  server.answer = () => ({ answer: "refused", why: "The vote is closed." });
  void board.commands.castBallot({ dots: { a: 1 }, bold: null });
  await tick(1_000);
  expect(board.notes.value[0]?.text()).toContain("The vote is closed.");
  told(null);
  expect(board.state.ballot.value).toBeNull();
  server.meta({ phase: "decide" });
  expect((await board.commands.castBallot({ dots: {}, bold: null })).answer).toBe("refused");
});

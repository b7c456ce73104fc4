import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aTab, Disk, type Tab } from "../../../../test/fake-browser";
import { aBoot, META, Server } from "../../../../test/fake-server";
import { start } from "../engine";
import type { Board } from "../offers";

let server: Server;
let disk: Disk;
let tab: Tab;
let boards: Board[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  disk = new Disk();
  boards = [];
  server.meta({ ...META, phase: "decide", consent: { n: 2, open: true } });
  server.notice = { phase: "decide" };
});
afterEach(() => {
  for (const board of boards) board.close();
  vi.useRealTimers();
});

function opens(): Board {
  tab = aTab(server, disk);
  const board = start(aBoot("participate", { phase: "decide" }), tab);
  boards.push(board);
  return board;
}

function tick(ms = 10): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

test("a level leaves at once, a reason when the hand rests, and always the newest", async () => {
  const board = opens();
  await tick();
  await board.commands.answerConsent(1);
  expect(server.commands).toMatchObject([{ do: "answer_consent", level: 1, n: 2 }]);
  for (const reason of ["Rents", "Rents rise", "Rents rise first"]) {
    void board.commands.answerConsent(1, reason, true);
    await tick(300);
  }
  expect(server.commands).toHaveLength(1);
  expect(board.consent.answer.value).toMatchObject({ level: 1, reason: "Rents rise first" });
  expect(board.consent.pending.value).toBe(true);
  await tick(900);
  expect(server.commands.slice(1)).toMatchObject([{ do: "answer_consent", reason: "Rents rise first" }]);
  expect(board.consent.pending.value).toBe(false);
});

test("a reason leaves before the page does", async () => {
  const board = opens();
  await tick();
  void board.commands.answerConsent(0, "Nobody asked the tenants", true);
  tab.page.visibilityState = "hidden";
  tab.page.dispatchEvent(new Event("visibilitychange"));
  await tick(0);
  expect(server.commands).toMatchObject([{ level: 0, reason: "Nobody asked the tenants" }]);

  void board.commands.answerConsent(0, "Nor the neighbours", true);
  await tick(0);
  tab.window.dispatchEvent(new Event("pagehide"));
  expect(server.commands.at(-1)).toMatchObject({ reason: "Nor the neighbours" });
});

test("an answer given without a connection survives the page and is sent by the next one", async () => {
  const board = opens();
  await tick();
  server.down = true;
  server.wire.ends(1006);
  void board.commands.answerConsent(2, "Who pays?");
  board.close();
  server.down = false;
  server.answer = () => null;
  const next = opens();
  await tick(50);
  expect(next.consent.answer.value).toMatchObject({ level: 2, reason: "Who pays?" });
  expect(next.consent.pending.value).toBe(true);
  expect(server.commands).toMatchObject([{ do: "answer_consent", level: 2, reason: "Who pays?", n: 2 }]);
});

test("an answer that is refused is told", async () => {
  const board = opens();
  await tick();
  server.answer = (command) => ({ id: command.id, answer: "refused", why: "The wording has changed." });
  await board.commands.answerConsent(4);
  expect(board.notes.value.at(-1)?.text()).toContain("was not kept. The wording has changed.");
  expect(board.consent.pending.value).toBe(false);
});

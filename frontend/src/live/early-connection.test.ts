import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aBoot, BOARD, META, Server, serve } from "../../test/fake-server";
import { type Board, boot } from "../board/engine/boot";
import { SUBPROTOCOL } from "../board/engine/protocol";
import { connectEarly } from "./early-connection";

const LIVE = `${location.origin.replace(/^http/, "ws")}/boards/${BOARD}/live?as=`;

let server: Server;
let board: Board | null;

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  server.meta(META);
  server.put("idea", "Flats above the market hall", 1);
  vi.stubGlobal("WebSocket", server.socket);
  serve(aBoot("watch"));
  board = null;
});
afterEach(() => {
  board?.close();
  vi.useRealTimers();
});

function tick(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

test("a page takes over the early connection with its buffered messages, and asks only once", async () => {
  connectEarly(`${LIVE}watch`, SUBPROTOCOL);
  await tick(50);
  board = boot();
  // No time passes: all of it is here.
  await tick(0);
  expect(board.status.value).toBe("live");
  expect(board.state.ideas.value.map((idea) => idea.text)).toEqual(["Flats above the market hall"]);
  expect(server.wires).toHaveLength(1);
  expect(server.asked).toBe(1);
});

test("the early connection can be taken over before a message has arrived", async () => {
  connectEarly(`${LIVE}watch`, SUBPROTOCOL);
  board = boot();
  await tick(0);
  expect(board.status.value).toBe("connecting");
  await tick(50);
  expect(board.state.ideas.value).toHaveLength(1);
  expect(server.wires).toHaveLength(1);
  expect(server.asked).toBe(1);
});

test("later changes arrive, and the next connection asks again", async () => {
  connectEarly(`${LIVE}watch`, SUBPROTOCOL);
  await tick(50);
  board = boot();
  await tick(0);
  server.put("other", "Come on Thursday", 2);
  await tick(0);
  expect(board.state.ideas.value).toHaveLength(2);
  server.wire.ends(1006);
  await tick(1000);
  expect(board.status.value).toBe("live");
  expect(server.wires).toHaveLength(2);
  expect(server.asked).toBe(2);
});

test("a closed early connection is not taken over", async () => {
  connectEarly(`${LIVE}watch`, SUBPROTOCOL);
  await tick(50);
  server.wire.ends(1006);
  board = boot();
  await tick(50);
  expect(board.status.value).toBe("live");
  expect(server.wires).toHaveLength(2);
});

test("the early connection of another role is closed", async () => {
  connectEarly(`${LIVE}participate`, SUBPROTOCOL);
  await tick(50);
  board = boot();
  await tick(50);
  expect(server.wires.map((wire) => wire.closed)).toEqual([true, false]);
  expect(server.wire.url).toBe(`${LIVE}watch`);
  expect(board.status.value).toBe("live");
});

test("the time that a notice was buffered does not count as clock offset", async () => {
  connectEarly(`${LIVE}watch`, SUBPROTOCOL);
  await tick(4000);
  board = boot();
  await tick(0);
  expect(Math.abs(board.clock.serverNow() - Date.now() / 1000)).toBeLessThan(0.25);
});

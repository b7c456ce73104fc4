import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aBoot, META, Server, serve } from "../../../test/fake-server";
import { type Board, boot } from "./boot";

const PAGES = 60;
const RESTARTING = 1012;

let server: Server;
let boards: Board[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  server.meta(META);
  vi.stubGlobal("WebSocket", server.socket);
  serve(aBoot("watch"));
  boards = [];
});
afterEach(() => {
  for (const board of boards) board.close();
  vi.useRealTimers();
});

test("pages that lost the server at one moment do not come back at one moment", async () => {
  for (let page = 0; page < PAGES; page += 1) boards.push(boot());
  await vi.advanceTimersByTimeAsync(10);
  expect(boards.every((board) => board.status.value === "live")).toBe(true);
  const lost = server.wires.length;
  for (const wire of [...server.wires]) wire.ends(RESTARTING);
  // The first try is due between one second and two. By chance alone a tenth of that gets 6 of 60, and never 30.
  const tenths: number[] = [];
  for (let tenth = 0; tenth < 20; tenth += 1) {
    const before = server.wires.length;
    await vi.advanceTimersByTimeAsync(100);
    tenths.push(server.wires.length - before);
  }
  expect(server.wires.length).toBe(lost + PAGES);
  expect(Math.max(...tenths)).toBeLessThan(30);
});

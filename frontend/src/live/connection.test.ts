import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Server } from "../../test/fake-server";
import { ENDINGS, type Ending } from "../board/engine/endings";
import { SUBPROTOCOL } from "../board/engine/protocol";
import type { Answer } from "../board/engine/types";
import type { Notice } from "../protocol.generated";
import { Connection, type Listener } from "./connection";
import { askFrame, type Frame } from "./frames";

const ENDPOINT = { url: "ws://board.test/boards/b/live?as=watch", subprotocol: SUBPROTOCOL, endings: ENDINGS };
const [lost, failed] = [vi.fn(), vi.fn()];
let server: Server;
let frames: Frame<Answer, Notice>[];
let connections: Connection<Answer, Notice, Ending>[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  frames = [];
  vi.clearAllMocks();
  connections = [];
});
afterEach(() => {
  for (const connection of connections) connection.rest();
  vi.useRealTimers();
});

function connect(random: () => number = () => 1): Connection<Answer, Notice, Ending> {
  const listener: Listener<Answer, Notice> = {
    frame: (frame) => frames.push(frame),
    lost,
    failed,
    probe: () => connection.sendFrame(askFrame(new Uint8Array([0]))),
  };
  const connection = new Connection(ENDPOINT, server.connect, listener, random);
  connections.push(connection);
  connection.connect();
  return connection;
}

function tick(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

test("offers its version, and is live from the first notice on", async () => {
  const connection = connect();
  expect(connection.status.value).toBe("connecting");
  expect(connection.send({ id: "1", do: "freeze" })).toBe(false);
  await tick(1);
  expect(connection.status.value).toBe("live");
  expect(server.wire.protocols).toEqual(["shortlist.1"]);
  expect(server.wire.binaryType).toBe("arraybuffer");
  expect(frames).toHaveLength(1);
});

test("pauses grow to ten seconds, each between a quarter of a second and its maximum", async () => {
  server.down = true;
  const pauses: number[] = [];
  connect();
  let last = Date.now();
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const before = server.wires.length;
    while (server.wires.length === before) await tick(1);
    pauses.push(Date.now() - last);
    last = Date.now();
  }
  expect(pauses.map((pause) => pause - 1)).toEqual([500, 1000, 2000, 4000, 8000, 10000, 10000, 10000]);
});

test("pauses are spread over the whole upper half of a span that doubles", async () => {
  server.down = true;
  connect(() => 0);
  await tick(1800);
  expect(server.wires.length).toBe(4);
});

test("after an announced restart first attempts spread over a second, and three attempts span more than seven", async () => {
  for (const [random, times] of [
    [0, [1000, 3000, 7000]],
    [1, [2000, 6000, 14000]],
  ] as const) {
    const fresh = new Server();
    server = fresh;
    connect(() => random);
    await tick(1);
    fresh.down = true;
    const begun = Date.now();
    fresh.wire.ends(1012);
    const tries: number[] = [];
    while (tries.length < times.length) {
      const before = fresh.wires.length;
      while (fresh.wires.length === before) await tick(1);
      tries.push(Date.now() - begun);
    }
    for (const [at, time] of times.entries()) expect(Math.abs((tries[at] ?? 0) - time)).toBeLessThan(20);
  }
});

test("failed attempts are reported once the page is offline", async () => {
  const connection = connect();
  await tick(1);
  server.down = true;
  server.wire.ends(1006);
  await tick(2_900);
  expect(failed).toHaveBeenCalledTimes(0);
  await tick(10_000);
  expect(connection.status.value).toBe("offline");
  expect(failed).toHaveBeenCalledTimes(2);
});

test("an announced restart is not shown for as long as three attempts take", async () => {
  const connection = connect();
  await tick(1);
  server.down = true;
  server.wire.ends(1012);
  await tick(14_900);
  expect(connection.status.value).toBe("resuming");
  await tick(200);
  expect(connection.status.value).toBe("offline");
});

test("a server that no longer speaks the page's version can still say so", async () => {
  const offered = (): string[][] => server.wires.map((wire) => wire.protocols);
  server.down = true;
  connect();
  await tick(5_000);
  expect(offered().slice(0, 4)).toEqual([["shortlist.1"], ["shortlist.1"], [], ["shortlist.1"]]);
});

test("35 seconds of silence mean a dead connection, whatever the browser reports", async () => {
  const connection = connect();
  await tick(1);
  server.wire.dead = true;
  await tick(34_000);
  expect(connection.status.value).toBe("live");
  await tick(4_000);
  expect(server.wires).toHaveLength(2);
  expect(connection.status.value).toBe("live");
  expect(lost).toHaveBeenCalledTimes(1);
});

test("a notice every 15 seconds keeps the connection alive", async () => {
  connect();
  await tick(1);
  for (let minute = 0; minute < 20; minute += 1) {
    await tick(15_000);
    server.tell();
  }
  expect(server.wires).toHaveLength(1);
});

test("an unanswered command shortens the time-out", async () => {
  const connection = connect();
  await tick(1);
  server.wire.dead = true;
  connection.send({ id: "1", do: "freeze" });
  await tick(22_000);
  expect(server.wires).toHaveLength(2);
});

test("the page reconnects to a server that accepts and sends nothing", async () => {
  server.mute = true;
  connect();
  await tick(12_000);
  expect(server.wires.length).toBeGreaterThanOrEqual(2);
  expect(server.wires[0]?.closed).toBe(true);
});

test("waking after a silence reconnects at once, waking after a short absence keeps the connection", async () => {
  const connection = connect();
  await tick(1);
  await tick(10_000);
  connection.wake();
  expect(server.wires).toHaveLength(1);
  server.wire.dead = true;
  await tick(7_000);
  connection.wake();
  expect(server.wires).toHaveLength(2);
  expect(server.open).toHaveLength(1);
});

test("waking replaces a dead connection within a second, before a notice is overdue", async () => {
  const connection = connect();
  await tick(5_000);
  server.wire.dead = true;
  connection.wake();
  await tick(900);
  expect(server.wires).toHaveLength(1);
  await tick(200);
  expect(server.wires).toHaveLength(2);
  expect(connection.status.value).toBe("live");
});

test("after sleep a silent connection is replaced even without a wake event", async () => {
  connect();
  await tick(1_000);
  server.wire.dead = true;
  vi.setSystemTime(Date.now() + 20_000);
  await tick(1_000);
  expect(server.wires).toHaveLength(2);
});

test("the first pause is short again after a connection that held", async () => {
  connect();
  server.down = true;
  await tick(20_000);
  server.down = false;
  await tick(15_000);
  const before = server.wires.length;
  server.wire.ends(1006);
  await tick(600);
  expect(server.wires.length).toBe(before + 1);
});

test("when the network is back, the page reconnects without waiting for the pause", async () => {
  server.down = true;
  const connection = connect();
  await tick(30_000);
  server.down = false;
  const before = server.wires.length;
  connection.wake();
  expect(server.wires.length - before).toBeLessThanOrEqual(1);
  await tick(1);
  expect(connection.status.value).toBe("live");
});

test.each([
  [4404, "gone"],
  [4406, "deleted"],
  [4407, "decision-kept"],
  [4410, "locked"],
  [4411, "full"],
  [4409, "elsewhere"],
  [4400, "broken"],
] as const)("close code %i ends in %s and does not loop", async (code, status) => {
  const connection = connect();
  await tick(1);
  server.wire.ends(code);
  await tick(120_000);
  connection.wake();
  await tick(1_000);
  expect(connection.status.value).toBe(status);
  expect(server.wires).toHaveLength(1);
});

test("a restart of the server goes from resuming to live, never to offline", async () => {
  const connection = connect(() => 0.5);
  const seen: string[] = [];
  connection.status.subscribe((status) => seen.push(status));
  await tick(1);
  server.wire.ends(1012);
  await tick(5_000);
  expect(seen).toEqual(["connecting", "live", "resuming", "live"]);
});

test("the status is offline only after three seconds", async () => {
  const connection = connect();
  await tick(1);
  server.down = true;
  server.wire.ends(1006);
  await tick(2_900);
  expect(connection.status.value).toBe("resuming");
  await tick(200);
  expect(connection.status.value).toBe("offline");
});

test("a server that accepts and closes at once does not shorten the pauses", async () => {
  connect();
  for (let round = 0; round < 6; round += 1) {
    const before = server.wires.length;
    await tick(3_000);
    server.wire.ends(1011);
    while (server.wires.length === before) await tick(50);
  }
  const before = server.wires.length;
  await tick(2);
  server.wire.ends(1011);
  await tick(9_000);
  expect(server.wires.length).toBe(before);
});

test("messages of a replaced socket are ignored", async () => {
  const connection = connect();
  await tick(1);
  const old = server.wire;
  await tick(20_000);
  connection.wake();
  await tick(1);
  const heard = frames.length;
  old.closed = false;
  server.tell({}, old);
  old.ends(4404);
  expect(frames.length).toBe(heard);
  expect(connection.status.value).toBe("live");
});

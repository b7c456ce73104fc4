import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Disk } from "../../../test/fake-browser";
import { TextServer } from "../../../test/fake-text-server";
import { aWriter, type Writer } from "../../../test/fake-writer";
import { insertPieces } from "./pieces";

let server: TextServer;
let writers: Writer[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new TextServer();
  writers = [];
});
afterEach(() => {
  for (const { channel } of writers) channel.close();
  vi.useRealTimers();
});

function tick(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

async function opened(person = "ana", disk = new Disk()): Promise<Writer> {
  const writer = aWriter(server, person, disk);
  writers.push(writer);
  await tick(100);
  return writer;
}

const status = ({ channel }: Writer) => channel.status.value;
const offline = (characters: number) => ({ kind: "offline", characters });

/** Nothing of the text is kept in this browser. */
const clean = (disk: Disk): boolean => disk.text === "[]";

test("a network that swallows everything is offline within 20 seconds, with the characters that wait", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  ana.type("before ");
  await tick(100);
  server.silent = true;
  ben.type("naïve 😀");
  ben.remove(ben.text.length - 3, 1);
  await tick(15_000);
  expect(status(ben)).toEqual(offline(6));
  server.silent = false;
  await tick(20_000);
  expect(status(ben).kind).toBe("saved");
  expect(ana.text).toBe(ben.text);
  expect(server.text).toBe(ben.text);
});

test("words that are not confirmed are offline after 15 seconds, though others' words arrive", async () => {
  const ana = await opened();
  server.loses = (data) => data[0] === 0 && data[1] !== 0;
  ana.type("lost");
  for (let second = 0; second < 16; second += 1) {
    server.write((text) => text.insert(0, "."));
    await tick(1_000);
  }
  expect(status(ana)).toEqual(offline(4));
  server.loses = () => false;
  await tick(15_000);
  expect(status(ana).kind).toBe("saved");
  expect(server.text).toContain("lost");
  expect(server.text).toHaveLength(20);
});

test("a lost frame is sent again, a lost deletion too", async () => {
  const ana = await opened();
  server.write((text) => text.insert(0, "abc"));
  await tick(20);
  let lose = 1;
  server.loses = (data) => data[0] === 0 && data[1] === 2 && lose-- > 0;
  ana.remove(0, 1);
  await tick(100);
  ana.type("d");
  await tick(100);
  expect(server.text).toBe("abcd");
  expect(status(ana).kind).toBe("saving");
  await tick(15_000);
  expect(server.text).toBe("bcd");
  expect(status(ana).kind).toBe("saved");
});

test("the server's question after a gap is answered at once", async () => {
  const ana = await opened();
  let lose = 1;
  server.loses = (data) => data[0] === 0 && data[1] === 2 && lose-- > 0;
  ana.type("one ");
  await tick(100);
  ana.type("two");
  await tick(50);
  expect(server.text).toBe("one two");
});

test("an update that the page missed is asked for with the next state vector", async () => {
  const ana = await opened();
  server.silent = true;
  server.write((text) => text.insert(0, "missed"));
  await tick(20);
  server.silent = false;
  await tick(17_000);
  expect(ana.text).toBe("missed");
  expect(server.wires).toHaveLength(1);
});

test("a frozen tab has everything two minutes later, and sends what was typed", async () => {
  const ana = await opened();
  // No timer of the page runs; the socket is gone without an event.
  server.wire.dead = true;
  vi.setSystemTime(Date.now() + 120_000);
  server.write((text) => text.insert(0, "meanwhile "));
  ana.type("awake");
  ana.page.dispatchEvent(new Event("resume"));
  await tick(2_000);
  expect(server.text.split("meanwhile ").sort()).toEqual(["", "awake"]);
  expect(ana.text).toBe(server.text);
  expect(status(ana).kind).toBe("saved");
});

test("what waits survives a crash of the tab and a reload, and goes once it is committed", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  ana.type("saved ");
  await tick(1_000);
  expect(clean(disk)).toBe(true);
  server.down = true;
  server.cut();
  ana.type("typed on the train");
  await tick(1_000);
  ana.crash();
  const again = await opened("ana", disk);
  await tick(5_000);
  expect(status(again)).toEqual(offline(18));
  server.down = false;
  await tick(15_000);
  expect(again.text).toBe("saved typed on the train");
  expect(server.text).toBe("saved typed on the train");
  expect(clean(disk)).toBe(true);
  expect(again.channel.ownWords.value).toBeNull();
});

test("what waits is of one person and one session alone", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  server.stuck = true;
  ana.type("mine");
  await tick(1_000);
  ana.crash();
  server.stuck = false;
  await opened("ben", disk);
  await tick(1_000);
  expect(server.text).toBe("");
  await opened("ana", disk);
  await tick(1_000);
  expect(server.text).toBe("mine");
});

test("leaving 50 ms after a key keeps it in this browser, and sends it by a request that outlives the page", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  server.stuck = true;
  ana.type("quick");
  await tick(50);
  ana.leave();
  expect(clean(disk)).toBe(false);
  expect(server.posts.map(({ keepalive }) => keepalive)).toEqual([true]);
  await tick(50);
  expect(server.text).toBe("quick");
  server.stuck = false;
  const again = await opened("ana", disk);
  await tick(200);
  expect(again.text).toBe("quick");
  expect(clean(disk)).toBe(true);
});

test("what is too large to outlive the page stays in this browser", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  server.stuck = true;
  insertPieces(ana.shared(), 0, "p".repeat(70_000), "paste");
  ana.leave();
  expect(server.posts).toEqual([]);
  server.stuck = false;
  await opened("ana", disk);
  await tick(1_000);
  expect(server.text).toHaveLength(70_000);
});

test("a page that comes back from the back/forward cache goes on", async () => {
  const ana = await opened();
  ana.window.dispatchEvent(new Event("pagehide"));
  await tick(5_000);
  expect(server.open).toHaveLength(0);
  ana.type("back");
  ana.window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await tick(1_000);
  expect(server.text).toBe("back");
});

test("two tabs of one person neither lose nor double each other's words", async () => {
  const disk = new Disk();
  const [left, right] = [await opened("ana", disk), await opened("ana", disk)];
  server.down = true;
  server.cut();
  left.type("left ");
  right.type("right ");
  await tick(1_000);
  const third = await opened("ana", disk);
  left.crash();
  right.type("more");
  await tick(1_000);
  server.down = false;
  await tick(15_000);
  for (const words of ["left ", "right more"]) expect(server.text.split(words)).toHaveLength(2);
  expect(server.text).toHaveLength(15);
  expect([third.text, right.text]).toEqual([server.text, server.text]);
  expect(clean(disk)).toBe(true);
});

test("hours offline are kept in few parts, and sent once", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  server.down = true;
  server.cut();
  for (let key = 0; key < 1_000; key += 1) {
    ana.type("x");
    await tick(400);
  }
  expect(JSON.parse(disk.text).length).toBeLessThan(80);
  ana.crash();
  server.down = false;
  const again = await opened("ana", disk);
  await tick(1_000);
  expect(again.text).toBe("x".repeat(1_000));
  expect(server.text).toBe("x".repeat(1_000));
  expect(clean(disk)).toBe(true);
});

test("with a full storage the browser asks before it leaves with words that wait", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  const asks = (): boolean => !ana.window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  disk.full = true;
  server.stuck = true;
  ana.type("x");
  await tick(1_000);
  expect(asks()).toBe(true);
  ana.crash();
});

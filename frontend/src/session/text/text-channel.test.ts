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

function open(person = "ana", disk = new Disk()): Writer {
  const writer = aWriter(server, person, disk);
  writers.push(writer);
  return writer;
}

function tick(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

/** A writer with the text on the screen. */
async function opened(person?: string, disk?: Disk): Promise<Writer> {
  const writer = open(person, disk);
  await tick(100);
  return writer;
}

const kind = ({ channel }: Writer): string => channel.status.value.kind;

test("the text is there once it is complete, in the epoch of the page", async () => {
  server.write((text) => text.insert(0, "# Scope"));
  const ana = open();
  expect(ana.channel.doc.value).toBeNull();
  await tick(100);
  expect(ana.text).toBe("# Scope");
  expect(server.wire.url).toBe("wss://board.test/worksessions/s/text?epoch=1");
  expect(server.wire.protocols).toEqual(["shortlist.text.1"]);
});

test("an update that arrives before the whole text shows nothing", async () => {
  server.write((text) => text.insert(0, "one"));
  const ana = open();
  await tick(11);
  server.write((text) => text.insert(3, " two"));
  await tick(6);
  expect(server.asked).toBe(1);
  expect(ana.channel.doc.value).toBeNull();
  await tick(100);
  expect(ana.text).toBe("one two");
});

test("what one types, the other has", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  ana.type("Price");
  await tick(20);
  expect(ben.text).toBe("Price");
  ben.remove(0, 1);
  await tick(20);
  expect(ana.text).toBe("rice");
});

test("it says saving until the server has committed the frame, and saved from then on", async () => {
  const ana = await opened();
  expect(kind(ana)).toBe("saved");
  server.stuck = true;
  ana.type("a");
  await tick(50);
  expect(server.updates).toHaveLength(1);
  expect(kind(ana)).toBe("saving");
  ana.crash();
});

test("a deletion alone is saved by its own frame", async () => {
  server.write((text) => text.insert(0, "secret"));
  const ana = await opened();
  ana.remove(0, 6);
  expect(kind(ana)).toBe("saving");
  const before = Date.now();
  await tick(50);
  expect(ana.channel.status.value).toEqual({ kind: "saved", at: before + 10 });
  expect(server.text).toBe("");
});

test("a key after a rest leaves at once, the next ones together every 70 ms", async () => {
  const ana = await opened();
  const start = Date.now();
  for (let key = 0; key < 20; key += 1) {
    ana.type("x");
    await tick(10);
  }
  await tick(100);
  expect(server.updates.map(({ at }) => at - start)).toEqual([5, 75, 145, 215]);
  expect(server.text).toBe("x".repeat(20));
  await tick(80);
  const rested = Date.now();
  ana.type("y");
  await tick(10);
  expect(server.updates.at(-1)?.at).toBe(rested + 5);
});

test("a paste leaves in frames that the server takes, and what is typed after it arrives soon", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  insertPieces(ana.shared(), 0, "p".repeat(100_000), "paste");
  ana.type("x");
  await tick(200);
  expect(ben.text).toBe(`${"p".repeat(100_000)}x`);
  expect(Math.max(...server.updates.map(({ update }) => update.length))).toBeLessThanOrEqual(64 * 1024);
  expect(server.posts).toEqual([]);
});

test("more than 200 KiB go by HTTP, and what is typed meanwhile follows", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  server.down = true;
  server.cut();
  await tick(1_000);
  insertPieces(ana.shared(), 0, "😀".repeat(180_000), "paste");
  server.down = false;
  while (server.posts.length === 0) await tick(10);
  ana.type("x");
  await tick(1_000);
  expect(server.posts.map(({ path, keepalive }) => [path, keepalive])).toEqual([
    ["/worksessions/s/updates?epoch=1", false],
  ]);
  expect(ben.text === `${"😀".repeat(180_000)}x`).toBe(true);
  expect(kind(ana)).toBe("saved");
});

test("a server that wants no POST now is asked again after growing pauses", async () => {
  const ana = await opened();
  server.postStatus = 429;
  insertPieces(ana.shared(), 0, "y".repeat(199_000), "paste");
  insertPieces(ana.shared(), 0, "z".repeat(60_000), "paste");
  for (let key = 0; key < 40; key += 1) {
    ana.type("x");
    await tick(250);
  }
  expect(server.posts.length).toBeLessThan(6);
  expect(kind(ana)).not.toBe("saved");
  server.postStatus = 0;
  await tick(10_000);
  expect(kind(ana)).toBe("saved");
  expect(server.text).toHaveLength(259_040);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TextServer } from "../../../test/fake-text-server";
import { aWriter, type Writer } from "../../../test/fake-writer";

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

async function opened(person: string): Promise<Writer> {
  const writer = aWriter(server, person);
  writers.push(writer);
  await tick(100);
  return writer;
}

const at = (place: number) => ({ anchor: place, head: place });
const others = ({ channel }: Writer) => channel.others.value.map(({ person, cursor }) => [person, cursor]);

test("nothing is sent before the editor sets a cursor", async () => {
  const ana = await opened("ana");
  ana.channel.setCursor(null);
  await tick(60_000);
  expect(server.awareness).toEqual([]);
});

test("others see the cursor at once, and whoever joins sees all of them", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  ana.channel.setCursor(at(1));
  ben.channel.setCursor(at(2));
  await tick(20);
  expect(others(ben)).toEqual([["ana", at(1)]]);
  expect(others(ana)).toEqual([["ben", at(2)]]);
  const cleo = await opened("cleo");
  expect(others(cleo)).toEqual([
    ["ana", at(1)],
    ["ben", at(2)],
  ]);
  ana.channel.setCursor(null);
  await tick(200);
  expect(others(cleo)).toEqual([["ben", at(2)]]);
});

test("frames are 100 ms apart at least, and the last one has the last place", async () => {
  const ana = await opened("ana");
  for (let place = 0; place < 30; place += 1) {
    ana.channel.setCursor(at(place));
    await tick(10);
  }
  await tick(200);
  const times = server.awareness.map((one) => one.at);
  expect(times).toHaveLength(4);
  expect(times.slice(1).every((time, index) => time - (times[index] ?? 0) >= 100)).toBe(true);
  expect(server.awareness.at(-1)?.state).toEqual({ cursor: at(29) });
});

test("a cursor goes when its page leaves, and does not come back with a late frame", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  ben.channel.setCursor(at(2));
  await tick(20);
  server.cut(1006, server.wires[1]);
  await tick(10);
  expect(others(ana)).toEqual([]);
  // Ben is back by himself, and so is his cursor.
  await tick(1_000);
  expect(others(ana)).toEqual([["ben", at(2)]]);
});

test("whoever left while the page was offline is gone once it is back", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  ben.channel.setCursor(at(2));
  await tick(20);
  expect(others(ana)).toHaveLength(1);
  server.cut();
  ben.channel.close();
  await tick(1_000);
  expect(server.open).toHaveLength(1);
  expect(others(ana)).toEqual([]);
});

test("a cursor that is not renewed goes after 30 seconds; ours is renewed every 15", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  ana.channel.setCursor(at(1));
  ben.channel.setCursor(at(2));
  await tick(20);
  const [, wire] = server.wires;
  if (wire) wire.dead = true;
  await tick(29_000);
  expect(others(ana)).toHaveLength(1);
  await tick(2_000);
  expect(others(ana)).toEqual([]);
  const mine = server.awareness.filter(({ state }) => JSON.stringify(state) === JSON.stringify({ cursor: at(1) }));
  expect(mine).toHaveLength(3);
});

test("a malformed state harms nothing, and a state without a person is ignored", async () => {
  const ana = await opened("ana");
  const deliver = (...bytes: number[]): void => server.wire.deliver(new Uint8Array(bytes));
  deliver(1, 3, 1, 9, 9);
  deliver(1, 200);
  deliver(1, 5, 1, 7, 1, 2, 123, 125);
  await tick(10);
  expect(others(ana)).toEqual([]);
  server.write((text) => text.insert(0, "next key"));
  await tick(10);
  expect(ana.text).toBe("next key");
});

test("cursors of an earlier epoch are not shown in the next one", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  ben.channel.setCursor(at(2));
  await tick(20);
  server.renew("other");
  ana.epoch.value = 2;
  await tick(100);
  expect(others(ana)).toEqual([]);
  ana.channel.setCursor(at(0));
  ben.epoch.value = 2;
  await tick(100);
  expect(others(ben)).toEqual([["ana", at(0)]]);
});

test("no cursor is shown or set in a document that it does not belong to", async () => {
  const ana = await opened("ana");
  const before = ana.channel.doc.value;
  server.renew("other");
  const ben = await opened("ben");
  ben.channel.setCursor(at(2));
  await tick(100);
  ana.epoch.value = 2;
  let waited = 0;
  while (ana.channel.doc.value === before) {
    expect(others(ana)).toEqual([]);
    ana.channel.setCursor(at(9));
    await tick(1);
    waited += 1;
  }
  expect(waited).toBeGreaterThan(10);
  expect(others(ana)).toEqual([["ben", at(2)]]);
  await tick(200);
  expect(others(ben)).toEqual([]);
});

test("a state that the server would not take is not sent", async () => {
  const ana = await opened("ana");
  ana.channel.setCursor({ anchor: "x".repeat(600), head: null });
  await tick(200);
  expect(server.awareness).toEqual([]);
});

import { expect, test, vi } from "vitest";
import type { Writer } from "../../../test/fake-writer";
import { aScene, tick } from "../../../test/text-scene";

const scene = aScene();
const { opened } = scene;

const status = ({ channel }: Writer) => channel.status.value;
const offline = (characters: number) => ({ kind: "offline", characters });

test("a network that swallows everything is offline within 20 seconds, with the characters that wait", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  ana.type("before ");
  await tick(100);
  ben.type("saved ");
  await tick(100);
  scene.server.silent = true;
  ben.type("naïve 😀");
  ben.remove(ben.text.length - 3, 1);
  await tick(15_000);
  expect(status(ben)).toEqual(offline(6));
  ben.type("!");
  await tick(1_000);
  expect(status(ben)).toEqual(offline(7));
  scene.server.silent = false;
  await tick(20_000);
  expect(status(ben).kind).toBe("saved");
  expect(ana.text).toBe(ben.text);
  expect(scene.server.text).toBe(ben.text);
});

test("words that are not confirmed are offline after 15 seconds, though others' words arrive", async () => {
  const ana = await opened();
  scene.server.loses = (data) => data[0] === 0 && data[1] !== 0;
  ana.type("lost");
  for (let second = 0; second < 16; second += 1) {
    scene.server.write((text) => text.insert(0, "."));
    await tick(1_000);
  }
  expect(status(ana)).toEqual(offline(4));
  scene.server.loses = () => false;
  await tick(15_000);
  expect(status(ana).kind).toBe("saved");
  expect(scene.server.text).toContain("lost");
  expect(scene.server.text).toHaveLength(20);
});

test("a lost frame is sent again, a lost deletion too", async () => {
  const ana = await opened();
  scene.server.write((text) => text.insert(0, "abc"));
  await tick(20);
  let lose = 1;
  scene.server.loses = (data) => data[0] === 0 && data[1] === 2 && lose-- > 0;
  ana.remove(0, 1);
  await tick(100);
  ana.type("d");
  await tick(100);
  expect(scene.server.text).toBe("abcd");
  expect(status(ana).kind).toBe("saving");
  await tick(15_000);
  expect(scene.server.text).toBe("bcd");
  expect(status(ana).kind).toBe("saved");
});

test("a lost deletion is sent again while the person types on and on", async () => {
  const ana = await opened();
  scene.server.write((text) => text.insert(0, "abc"));
  await tick(20);
  let lose = 1;
  scene.server.loses = (data) => data[0] === 0 && data[1] === 2 && lose-- > 0;
  ana.remove(0, 1);
  for (let key = 0; key < 1_500; key += 1) {
    ana.type("x");
    await tick(30);
  }
  expect(scene.server.text).toMatch(/^bcx+$/);
});

test("the server's question after a gap is answered at once", async () => {
  const ana = await opened();
  let lose = 1;
  scene.server.loses = (data) => data[0] === 0 && data[1] === 2 && lose-- > 0;
  ana.type("one ");
  await tick(100);
  ana.type("two");
  await tick(50);
  expect(scene.server.text).toBe("one two");
});

test("an update that the page missed is asked for with the next state vector", async () => {
  const ana = await opened();
  scene.server.silent = true;
  scene.server.write((text) => text.insert(0, "missed"));
  await tick(20);
  scene.server.silent = false;
  await tick(17_000);
  expect(ana.text).toBe("missed");
  expect(scene.server.wires).toHaveLength(1);
});

test("an update whose predecessor the page missed is noticed at once", async () => {
  const ana = await opened();
  scene.server.silent = true;
  scene.server.write((text) => text.insert(0, "missed "));
  await tick(20);
  scene.server.silent = false;
  scene.server.write((text) => text.insert(7, "and found"));
  await tick(30);
  expect(ana.text).toBe("missed and found");
});

test("a frozen tab has everything two minutes later, and sends what was typed", async () => {
  const ana = await opened();
  // No timer of the page runs; the socket is gone without an event.
  scene.server.wire.dead = true;
  vi.setSystemTime(Date.now() + 120_000);
  scene.server.write((text) => text.insert(0, "meanwhile "));
  ana.type("awake");
  ana.page.dispatchEvent(new Event("resume"));
  await tick(2_000);
  expect(scene.server.text.split("meanwhile ").sort()).toEqual(["", "awake"]);
  expect(ana.text).toBe(scene.server.text);
  expect(status(ana).kind).toBe("saved");
});

test("every attempt offers the subprotocol, without which nothing is confirmed", async () => {
  const ana = await opened();
  scene.server.down = true;
  scene.server.cut();
  await tick(30_000);
  scene.server.down = false;
  await tick(10_000);
  expect(scene.server.wires.length).toBeGreaterThan(5);
  for (const { protocols } of scene.server.wires) expect(protocols).toEqual(["shortlist.text.1"]);
  expect(status(ana).kind).toBe("saved");
});

test("a page that comes back from the back/forward cache goes on", async () => {
  const ana = await opened();
  ana.window.dispatchEvent(new Event("pagehide"));
  await tick(5_000);
  expect(scene.server.open).toHaveLength(0);
  ana.type("back");
  ana.window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await tick(1_000);
  expect(scene.server.text).toBe("back");
});

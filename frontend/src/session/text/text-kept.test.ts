import { expect, test } from "vitest";
import { Disk } from "../../../test/fake-browser";
import type { Writer } from "../../../test/fake-writer";
import { aScene, tick } from "../../../test/text-scene";
import { insertPieces } from "./pieces";

const scene = aScene();
const { opened } = scene;

const status = ({ channel }: Writer) => channel.status.value;
const offline = (characters: number) => ({ kind: "offline", characters });

/** Nothing of the text is kept in this browser. */
const clean = (disk: Disk): boolean => disk.text === "[]";

test("what waits survives a crash of the tab and a reload, and goes once it is committed", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  ana.type("saved ");
  await tick(1_000);
  expect(clean(disk)).toBe(true);
  scene.server.down = true;
  scene.server.cut();
  ana.type("typed on the train");
  await tick(1_000);
  ana.crash();
  const again = await opened("ana", disk);
  await tick(5_000);
  expect(status(again)).toEqual(offline(18));
  scene.server.down = false;
  const frames = scene.server.updates.length;
  await tick(15_000);
  expect(scene.server.updates).toHaveLength(frames + 1);
  expect(again.text).toBe("saved typed on the train");
  expect(scene.server.text).toBe("saved typed on the train");
  expect(clean(disk)).toBe(true);
  expect(again.channel.ownWords.value).toBeNull();
});

test("what was taken up is not stored a second time", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.stuck = true;
  ana.type("once");
  await tick(1_000);
  ana.crash();
  const stored = disk.text;
  const again = await opened("ana", disk);
  await tick(1_000);
  expect(again.text).toBe("once");
  expect(disk.text).toBe(stored);
  again.type("😀!?");
  again.remove(again.text.length - 1, 1);
  await tick(15_000);
  expect(status(again)).toEqual(offline(6));
});

test("what waits is of one person and one session alone", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.stuck = true;
  ana.type("mine");
  await tick(1_000);
  ana.crash();
  scene.server.stuck = false;
  await opened("ben", disk);
  await tick(1_000);
  expect(scene.server.text).toBe("");
  await opened("ana", disk);
  await tick(1_000);
  expect(scene.server.text).toBe("mine");
});

test("a hidden tab has stored what waits, should it never be shown again", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.stuck = true;
  ana.type("hidden");
  ana.page.visibilityState = "hidden";
  ana.page.dispatchEvent(new Event("visibilitychange"));
  ana.crash();
  scene.server.stuck = false;
  await opened("ana", disk);
  await tick(100);
  expect(scene.server.text).toBe("hidden");
});

test("leaving 50 ms after a key keeps it in this browser, and sends it by a request that outlives the page", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.stuck = true;
  ana.type("quick");
  await tick(50);
  ana.leave();
  expect(clean(disk)).toBe(false);
  expect(scene.server.posts.map(({ keepalive }) => keepalive)).toEqual([true]);
  await tick(300);
  expect(scene.server.text).toBe("quick");
  scene.server.stuck = false;
  const again = await opened("ana", disk);
  await tick(200);
  expect(again.text).toBe("quick");
  expect(clean(disk)).toBe(true);
});

test("what is too large to outlive the page stays in this browser", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.stuck = true;
  insertPieces(ana.shared(), 0, "p".repeat(70_000), "paste");
  ana.leave();
  expect(scene.server.posts).toEqual([]);
  scene.server.stuck = false;
  await opened("ana", disk);
  await tick(1_000);
  expect(scene.server.text).toHaveLength(70_000);
});

test("two tabs of one person neither lose nor double each other's words", async () => {
  const disk = new Disk();
  const [left, right] = [await opened("ana", disk), await opened("ana", disk)];
  scene.server.down = true;
  scene.server.cut();
  left.type("left ");
  right.type("right ");
  await tick(1_000);
  const third = await opened("ana", disk);
  left.crash();
  right.type("more");
  await tick(1_000);
  scene.server.down = false;
  await tick(15_000);
  for (const words of ["left ", "right more"]) expect(scene.server.text.split(words)).toHaveLength(2);
  expect(scene.server.text).toHaveLength(15);
  expect([third.text, right.text]).toEqual([scene.server.text, scene.server.text]);
  expect(clean(disk)).toBe(true);
});

test("hours offline are kept in few parts, and sent once", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.down = true;
  scene.server.cut();
  for (let key = 0; key < 300; key += 1) {
    ana.type("x");
    await tick(400);
  }
  expect(JSON.parse(disk.text).length).toBeLessThan(40);
  ana.crash();
  scene.server.down = false;
  const again = await opened("ana", disk);
  await tick(1_000);
  expect(again.text).toBe("x".repeat(300));
  expect(scene.server.text).toBe("x".repeat(300));
  expect(clean(disk)).toBe(true);
});

test("with a full storage the browser asks before it leaves with words that wait", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  const asks = (): boolean => !ana.window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  disk.full = true;
  scene.server.stuck = true;
  ana.type("x");
  await tick(1_000);
  expect(asks()).toBe(true);
  ana.crash();
});

import { expect, test } from "vitest";
import { Disk } from "../../../test/fake-browser";
import type { Writer } from "../../../test/fake-writer";
import { aScene, tick } from "../../../test/text-scene";
import { Store } from "../../live/storage";
import { OwnWords } from "./own-words";

const scene = aScene();
const { opened } = scene;

const words = ({ channel }: Writer) => channel.ownWords.value;

test("refused words are not sent again after a reload, and still there to copy", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.refusal = 4414;
  ana.type("refused");
  await tick(50);
  ana.crash();
  scene.server.refusal = 0;
  const again = await opened("ana", disk);
  await tick(1_000);
  expect(scene.server.text).toBe("");
  expect(words(again)).toBe("refused");
});

test("what an earlier page stored is not sent again once it is refused", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.stuck = true;
  ana.type("refused");
  await tick(1_000);
  ana.crash();
  scene.server.stuck = false;
  scene.server.refusal = 4414;
  const again = await opened("ana", disk);
  scene.server.refusal = 0;
  await tick(1_000);
  expect(again.text).toBe("");
  expect(scene.server.text).toBe("");
  expect(words(again)).toBe("refused");
});

test("what waits from another epoch is shown after a reload, in the order of the text", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.stuck = true;
  ana.type("hero world");
  ana.type("o", 4);
  ana.type(" big", 5);
  ana.remove(2, 1);
  ana.type("ll", 2);
  await tick(1_000);
  ana.crash();
  scene.server.stuck = false;
  scene.server.renew("a new text");
  const again = await opened("ana", disk);
  await tick(100);
  expect(words(again)).toBe("helloo big world");
  expect(again.text).toBe("a new text");
  again.channel.close();
  const later = await opened("ana", disk);
  expect(words(later)).toBe("helloo big world");
  later.channel.dismissOwnWords();
  later.channel.close();
  expect(words(await opened("ana", disk))).toBeNull();
});

test("a long passage that the new text has is not shown", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.stuck = true;
  ana.type("The brief says what it costs, when it is there, and who decides.");
  await tick(1_000);
  ana.crash();
  scene.server.stuck = false;
  scene.server.renew("# Brief\n\nThe brief says what it costs, when it is there, and who decides.\n");
  expect(words(await opened("ana", disk))).toBeNull();
});

test("what another tab committed or showed meanwhile is not shown again", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.stuck = true;
  ana.type("committed elsewhere");
  await tick(1_000);
  ana.crash();
  scene.server.renew("");
  const again = scene.comes("ana", disk);
  await tick(12);
  expect(again.channel.doc.value).toBeNull();
  const [part = ["", ""]] = JSON.parse(disk.text) as [string, string][];
  disk.seenFrom(new EventTarget()).removeItem(part[0]);
  await tick(100);
  expect(again.channel.doc.value).not.toBeNull();
  expect(words(again)).toBeNull();
});

test("two tabs show one block of each, and dismissing it in one dismisses it in both", async () => {
  const disk = new Disk();
  const [left, right] = [await opened("ana", disk), await opened("ana", disk)];
  scene.server.stuck = true;
  left.type("left");
  right.type("right");
  await tick(1_000);
  scene.server.stuck = false;
  scene.server.renew("");
  left.epoch.value = 2;
  await tick(1_000);
  right.epoch.value = 2;
  await tick(1_000);
  expect(words(left)?.split("\n").sort()).toEqual(["left", "right"]);
  expect(words(right)).toBe(words(left));
  right.channel.dismissOwnWords();
  expect(words(left)).toBeNull();
  expect(disk.text).toBe("[]");
});

test("stored words whose predecessors are gone are shown, not sent", async () => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.stuck = true;
  ana.type("first ");
  await tick(1_000);
  const [first = ["", ""]] = JSON.parse(disk.text) as [string, string][];
  ana.type("second");
  await tick(1_000);
  ana.crash();
  disk.seenFrom(new EventTarget()).removeItem(first[0]);
  scene.server.stuck = false;
  const again = await opened("ana", disk);
  await tick(1_000);
  expect(words(again)).toBe("second");
  expect(scene.server.text).toBe("");
  const frames = scene.server.asked;
  scene.server.write((text) => text.insert(0, "x"));
  await tick(100);
  expect(scene.server.asked).toBe(frames);
});

test("words that were found twice are shown once, and new ones below them", () => {
  const tab = new EventTarget();
  const own = new OwnWords(new Store(new Disk().seenFrom(tab), "shortlist/s/text/", tab), "ana");
  own.add(1, new Map([[7, "one"]]));
  own.add(1, new Map([[7, "one"]]));
  expect(own.text.value).toBe("one");
  own.add(1, new Map([[7, "two"]]));
  expect(own.text.value).toBe("one\ntwo");
  own.keep(1, 7, "");
  expect(own.text.value).toBeNull();
});

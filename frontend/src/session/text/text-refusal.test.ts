import { expect, test } from "vitest";
import * as Y from "yjs";
import { Disk } from "../../../test/fake-browser";
import type { Writer } from "../../../test/fake-writer";
import { aScene, tick } from "../../../test/text-scene";
import { insertPieces } from "./pieces";

const scene = aScene();
const { opened } = scene;

const words = ({ channel }: Writer) => channel.ownWords.value;
const status = ({ channel }: Writer) => channel.status.value;

test("in another epoch there is a fresh document, and the words that it lacks are a block to copy", async () => {
  scene.server.write((text) => text.insert(0, "# Scope\n\n# Price\n"));
  const ana = await opened();
  const before = ana.channel.doc.value;
  scene.server.stuck = true;
  ana.type("ten slides\n", 8);
  ana.type("no", 19);
  ana.remove(19, 2);
  ana.type("1,000");
  await tick(1_000);
  scene.server.stuck = false;
  scene.server.renew("# Scope\n\n# Price\n\n# When\n");
  await tick(60_000);
  // Until the news of the new epoch comes, the page does not ask again and again.
  expect(scene.server.wires).toHaveLength(1);
  expect(ana.text).toContain("1,000");
  ana.type("0");
  ana.epoch.value = 2;
  await tick(100);
  expect(scene.server.wires).toHaveLength(2);
  expect(ana.channel.doc.value).not.toBe(before);
  expect(ana.text).toBe("# Scope\n\n# Price\n\n# When\n");
  expect(words(ana)).toBe("ten slides\n\n1,0000");
  expect(status(ana).kind).toBe("saved");
  ana.type("goes on");
  await tick(100);
  expect(scene.server.text).toContain("goes on");
  ana.channel.dismissOwnWords();
  expect(words(ana)).toBeNull();
  expect(ana.disk.text).toBe("[]");
});

test.each(["crash", "leave"] as const)("after a %s the words typed into a replaced text are there", async (way) => {
  const disk = new Disk();
  const ana = await opened("ana", disk);
  scene.server.epoch = 2;
  scene.server.cut(4412);
  ana.type("last ");
  ana.type("words");
  await tick(way === "crash" ? 400 : 0);
  ana[way]();
  expect(words(await opened("ana", disk))).toBe("last words");
});

test("a server that was started from an older copy of its file is not merged with, and nothing is doubled", async () => {
  const [ana, ben] = [await opened("ana"), await opened("ben")];
  ana.type("kept. ");
  await tick(1_000);
  const copy = Y.encodeStateAsUpdate(scene.server.doc);
  ana.type("Lost of Ana. ");
  await tick(1_000);
  ben.type("Lost of Ben. ");
  await tick(1_000);
  expect(status(ana).kind).toBe("saved");
  scene.server.down = true;
  scene.server.cut();
  ana.type("Never sent.");
  scene.server.doc = new Y.Doc();
  Y.applyUpdate(scene.server.doc, copy);
  scene.server.down = false;
  await tick(10_000);
  for (const one of [ana, ben]) expect(one.text).toBe("kept. ");
  expect(words(ana)).toBe("Lost of Ana. \nNever sent.");
  expect(words(ben)).toBe("Lost of Ben. ");
  ana.type("On it goes. ");
  ben.type("With both. ");
  await tick(2_000);
  expect(status(ana).kind).toBe("saved");
  expect(scene.server.text).toBe(ana.text);
  expect(ana.text).toBe(ben.text);
});

test("a reconnection to a server that has everything goes on in the same document", async () => {
  const ana = await opened();
  const before = ana.channel.doc.value;
  ana.type("saved ");
  await tick(1_000);
  scene.server.down = true;
  scene.server.cut();
  ana.type("and not ");
  ana.remove(0, 2);
  scene.server.down = false;
  await tick(10_000);
  expect(ana.channel.doc.value).toBe(before);
  expect(words(ana)).toBeNull();
  expect(scene.server.text).toBe("ved and not ");
});

test("the news of another epoch alone is enough", async () => {
  const ana = await opened();
  scene.server.doc.destroy();
  scene.server.renew("other");
  ana.epoch.value = 2;
  await tick(1_000);
  expect(ana.text).toBe("other");
  expect(words(ana)).toBeNull();
});

test("waking asks once more whether the epoch is still the other one", async () => {
  const ana = await opened();
  scene.server.epoch = 2;
  scene.server.cut(4412);
  await tick(10_000);
  for (let wake = 0; wake < 3; wake += 1) {
    ana.window.dispatchEvent(new Event("focus"));
    await tick(1_000);
  }
  expect(scene.server.wires).toHaveLength(4);
  scene.server.epoch = 1;
  ana.window.dispatchEvent(new Event("focus"));
  await tick(1_000);
  ana.type("here");
  await tick(100);
  expect(scene.server.text).toBe("here");
});

test("words that a new epoch has are not shown as lost, however short they are", async () => {
  scene.server.write((text) => text.insert(0, "we do not ship\n"));
  const ana = await opened();
  scene.server.stuck = true;
  ana.type(" now", 6);
  ana.type("no");
  await tick(500);
  scene.server.stuck = false;
  scene.server.renew("we do not ship\nwe do now ship");
  ana.epoch.value = 2;
  await tick(100);
  expect(words(ana)).toBe(" now\nno");
  ana.channel.dismissOwnWords();

  scene.server.stuck = true;
  ana.type(" today");
  await tick(500);
  scene.server.stuck = false;
  scene.server.renew("we do not ship\nwe do now ship today");
  ana.epoch.value = 3;
  await tick(100);
  expect(words(ana)).toBeNull();
});

test.each([4413, 4414, 1009])("after close code %i the page goes on with a fresh document", async (code) => {
  scene.server.write((text) => text.insert(0, "text "));
  const ana = await opened();
  scene.server.refusal = code;
  ana.type("refused");
  await tick(20);
  scene.server.refusal = 0;
  ana.type("!");
  await tick(1_000);
  expect(ana.text).toBe("text ");
  expect(words(ana)).toBe("refused!");
  ana.type("accepted");
  await tick(200);
  expect(scene.server.text).toBe("text accepted");
  expect(status(ana).kind).toBe("saved");
  expect(words(ana)).toBe("refused!");
});

test.each([
  [413, 1],
  [422, 1],
  [409, 2],
])("a POST that answers %i is a refusal too", async (code, epoch) => {
  const ana = await opened();
  scene.server.postStatus = code;
  insertPieces(ana.shared(), 0, "😀".repeat(60_000), "paste");
  scene.server.epoch = epoch;
  await tick(2_000);
  ana.epoch.value = epoch;
  scene.server.postStatus = 0;
  await tick(2_000);
  // The first piece left by the socket, as a first key does.
  expect(words(ana) === "😀".repeat(52_000)).toBe(true);
  expect(ana.text === "😀".repeat(8_000)).toBe(true);
  expect(scene.server.wires.length).toBeLessThanOrEqual(3);
});

test("after an update that cannot be read the page goes on with a fresh document", async () => {
  scene.server.write((text) => text.insert(0, "text"));
  const ana = await opened();
  const before = ana.channel.doc.value;
  scene.server.wire.deliver(new Uint8Array([0, 2, 4, 9, 9, 9, 9]));
  await tick(1_000);
  expect(ana.channel.doc.value).not.toBe(before);
  ana.type(", more");
  await tick(100);
  expect(scene.server.text).toBe("text, more");
});

test("a server that refuses everything is asked after growing pauses, and nothing is lost", async () => {
  const ana = await opened();
  scene.server.refusal = 4414;
  for (let round = 0; round < 120; round += 1) {
    ana.type(`<${round}>`);
    await tick(500);
  }
  expect(scene.server.wires.length).toBeLessThan(14);
  const shown = `${words(ana)}${ana.text}`;
  for (let round = 0; round < 120; round += 1) expect(shown).toContain(`<${round}>`);
});

test.each([
  [4404, "gone"],
  [4409, "elsewhere"],
] as const)("close code %i ends the text as it ends the session, with what waits", async (code, ending) => {
  const ana = await opened();
  scene.server.stuck = true;
  ana.type("abc");
  scene.server.cut(code);
  await tick(60_000);
  expect(ana.channel.ending.value).toBe(ending);
  expect(status(ana)).toEqual({ kind: "offline", characters: 3 });
  expect(scene.server.wires).toHaveLength(1);
});

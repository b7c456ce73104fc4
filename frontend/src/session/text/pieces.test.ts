import { expect, test } from "vitest";
import * as Y from "yjs";
import { batches, codePoints, insertPieces, merged, pieces } from "./pieces";

test("a text is cut into pieces of a number of code points, never between the halves of a surrogate pair", () => {
  expect(pieces("")).toEqual([]);
  expect(pieces("abcde", 2)).toEqual(["ab", "cd", "e"]);
  expect(pieces("a😀b😀😀", 2)).toEqual(["a😀", "b😀", "😀"]);
  expect(pieces("😀😀😀", 2)).toEqual(["😀😀", "😀"]);
  expect(pieces("😀".repeat(20_000)).map(codePoints)).toEqual([8_000, 8_000, 4_000]);
});

test("a paste is one transaction and one update a piece", () => {
  const doc = new Y.Doc();
  const updates: unknown[] = [];
  doc.on("update", (_, origin) => updates.push(origin));
  const text = doc.getText("artifact");
  text.insert(0, "<>");
  const paste = "a😀".repeat(10_000);
  insertPieces(text, 1, paste, "paste");
  expect(text.toString() === `<${paste}>`).toBe(true);
  expect(updates.slice(1)).toEqual(["paste", "paste", "paste"]);
});

test.each([0, 1, 16, 17, 600])("%i updates merge into one", (count) => {
  const [doc, copy] = [new Y.Doc(), new Y.Doc()];
  const updates: { update: Uint8Array }[] = [];
  doc.on("update", (update: Uint8Array) => updates.push({ update }));
  const text = doc.getText("artifact");
  for (let key = 0; key < count; key += 1) text.insert(Math.floor(key / 2), String(key % 10));
  Y.applyUpdate(copy, merged(updates));
  expect(updates).toHaveLength(count);
  expect(copy.getText("artifact").toString()).toBe(text.toString());
});

test("neighbours share a batch as long as they fit", () => {
  const entries = [3, 3, 3, 12, 1, 1].map((size) => ({ update: new Uint8Array(size) }));
  expect(batches(entries, 6).map((batch) => batch.map(({ update }) => update.length))).toEqual([
    [3, 3],
    [3],
    [12],
    [1, 1],
  ]);
});

import { expect, test } from "vitest";
import * as Y from "yjs";
import { insertedInto, lostWords } from "./insertions";

/** A document and the updates that are typed into it. */
function typing(): { doc: Y.Doc; text: Y.Text; updates: { update: Uint8Array }[] } {
  const doc = new Y.Doc();
  const updates: { update: Uint8Array }[] = [];
  doc.on("update", (update: Uint8Array) => updates.push({ update }));
  return { doc, text: doc.getText("artifact"), updates };
}

test("only what is in the updates counts, though Yjs joins it with what was typed before", () => {
  const { doc, text, updates } = typing();
  text.insert(0, "saved ");
  text.insert(6, "new");
  expect(insertedInto(doc, updates.slice(1), doc.clientID)).toBe(3);
  expect(insertedInto(doc, updates, doc.clientID)).toBe(9);
  expect(insertedInto(doc, [], doc.clientID)).toBe(0);
});

test("what the person removed is neither counted nor lost, though it can be brought back by undo", () => {
  const { doc, text, updates } = typing();
  const undo = new Y.UndoManager(text);
  text.insert(0, "one two");
  undo.stopCapturing();
  text.delete(0, 4);
  expect(insertedInto(doc, updates, doc.clientID)).toBe(3);
  expect(lostWords(updates, "", doc).get(doc.clientID)).toBe("two");
  undo.undo();
  expect(insertedInto(doc, updates, doc.clientID)).toBe(7);
  expect(lostWords(updates, "", doc).get(doc.clientID)).toBe("one two");
});

test("words typed beside others' words are lost alone, in the order of the text", () => {
  const { doc, text, updates } = typing();
  const other = new Y.Doc();
  other.getText("artifact").insert(0, "theirs");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  updates.length = 0;
  text.insert(6, " end");
  text.insert(0, "start ");
  expect(lostWords(updates, "theirs", doc).get(doc.clientID)).toBe("start \n end");
  expect(lostWords(updates, "start theirs end", doc).get(doc.clientID)).toBe("");
});

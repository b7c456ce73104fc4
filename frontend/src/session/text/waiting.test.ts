import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { Disk } from "../../../test/fake-browser";
import { Store } from "../../live/storage";
import { insertedCharacters } from "./insertions";
import { storedParts, Waiting } from "./waiting";

let store: Store;
let waiting: Waiting;
let doc: Y.Doc;

beforeEach(() => {
  vi.useFakeTimers();
  const tab = new EventTarget();
  store = new Store(new Disk().seenFrom(tab), "shortlist/s/text/", tab);
  waiting = new Waiting(store, "ana", 1, 7);
  doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => waiting.add(update));
});
afterEach(() => {
  waiting.close();
  vi.useRealTimers();
});

function type(words: string): void {
  const text = doc.getText("artifact");
  text.insert(text.length, words);
}

const stored = (): number => insertedCharacters(storedParts(store, "ana"));

test("a stored part stays as long as something in it is not committed", () => {
  type("one");
  type("two");
  waiting.save();
  const [first, second] = waiting.entries;
  waiting.release(first ? [first] : []);
  expect(stored()).toBe(6);
  waiting.release(second ? [second] : []);
  expect(stored()).toBe(0);
});

test("what is committed within 300 ms is never stored", () => {
  type("quick");
  vi.advanceTimersByTime(200);
  waiting.release(waiting.entries);
  vi.advanceTimersByTime(1_000);
  expect(store.keys("")).toEqual([]);
  type("slow");
  vi.advanceTimersByTime(310);
  expect(stored()).toBe(4);
});

test("whoever takes up a part removes it once it is committed, and not before", () => {
  type("mine");
  waiting.save();
  const other = new Waiting(store, "ana", 1, 8);
  for (const part of storedParts(store, "ana")) other.takeUp(part);
  other.save();
  expect(store.keys("")).toHaveLength(1);
  // The page that stored it goes on typing: its next part is another one.
  type(", too");
  waiting.save();
  other.release(other.entries);
  expect(stored()).toBe(5);
});

test("nothing that is retired is stored or stays stored", () => {
  type("before");
  waiting.save();
  waiting.retire();
  type("after");
  vi.advanceTimersByTime(1_000);
  waiting.save();
  expect(store.keys("")).toEqual([]);
  expect(insertedCharacters(waiting.entries)).toBe(11);
});

test("a deletion counts as fewer characters, an emoji as one", () => {
  type("a😀bc");
  doc.getText("artifact").delete(0, 1);
  expect(insertedCharacters(waiting.entries)).toBe(3);
});

test("a part that cannot be read is left out", () => {
  store.write("uncommitted/ana/1/7.000001", "no base64!");
  store.write("uncommitted/ana/1/7.000002", btoa("no update"));
  store.write("uncommitted/ana/1/7.000003", 3);
  expect(storedParts(store, "ana")).toEqual([]);
});

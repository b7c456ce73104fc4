import { beforeEach, expect, test } from "vitest";
import * as storage from "./browser-storage";

const { readStored, writeStored } = storage;

const SOURCES = import.meta.glob<string>(["./**/*.{ts,tsx}", "!./**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

// Browsers hold things under these names: a changed one loses them.
test("the names of all keys", () => {
  const slots = [
    storage.VISITS,
    storage.START_FORM,
    storage.ofBoard("b", "decision"),
    storage.ofBoard("b", "aside"),
    storage.ofBoard("b", "picks"),
    storage.ofBoard("b", "density"),
    storage.ofBoard("b", "merges"),
    storage.ofRole("b", "participate", "order/2"),
    storage.ofRole("b", "facilitate", "link-kept"),
    storage.wallColumns("b", 3),
    storage.readMarks("b"),
    storage.ofRole("b", "facilitate", "different"),
    storage.wayBackFrom(""),
    storage.wayBackFrom("b"),
  ];
  expect(slots.map(({ area, key }) => `${area} ${key}`)).toEqual([
    "local shortlist:boards",
    "session shortlist:home",
    "local shortlist:decision:b",
    "local shortlist:aside:b",
    "local shortlist:picks:b",
    "local shortlist:density:b",
    "local shortlist:merges:b",
    "local shortlist/b/participate/order/2",
    "local shortlist/b/facilitate/link-kept",
    "session columns:b:3",
    "session read:b",
    "local shortlist/b/facilitate/different",
    "session shortlist:way-back:",
    "session shortlist:way-back:b",
  ]);
  expect(storage.prefixOf("b", "participate")).toBe("shortlist/b/participate/");
  expect(storage.prefixOf("s", "text")).toBe("shortlist/s/text/");
  const { OWN_IDEA, OUTBOX, DRAFT, PASTED, BALLOT, RECEIPT, RUN, RELOADED, UNCOMMITTED, OWN_WORDS } = storage;
  expect([OWN_IDEA, OUTBOX, DRAFT, PASTED, BALLOT, RECEIPT, RUN, RELOADED, UNCOMMITTED, OWN_WORDS]).toEqual([
    "idea/",
    "out/",
    "draft",
    "pasted",
    "ballot/",
    "receipt/",
    "run",
    "reloaded",
    "uncommitted/",
    "words/",
  ]);
});

test("the codes of all boards are found by their keys", () => {
  const pattern = new RegExp(storage.ANY_RECEIPT);
  expect(pattern.test(`${storage.prefixOf("b", "participate")}${storage.RECEIPT}12`)).toBe(true);
  expect(pattern.test(`${storage.prefixOf("b", "participate")}${storage.BALLOT}12`)).toBe(false);
});

test("a value is read as it was written, in its area, until it is removed", () => {
  const columns = storage.wallColumns("b", 2);
  expect(writeStored(columns, [["x"], []])).toBe(true);
  expect([readStored(columns), localStorage.length]).toEqual([[["x"], []], 0]);
  writeStored(columns, null);
  expect([readStored(columns), sessionStorage.length]).toEqual([null, 0]);
});

test("an unreadable value is null, and a failed write is reported", () => {
  localStorage.setItem(storage.VISITS.key, "{");
  expect(readStored(storage.VISITS)).toBeNull();
  const setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  expect(writeStored(storage.VISITS, [], { setItem } as unknown as Storage)).toBe(false);
  expect([writeStored(storage.VISITS, [], null), readStored(storage.VISITS, null)]).toEqual([false, null]);
});

test("no other module names a key or an area, except the page of a decision, which searches all keys", () => {
  const found = Object.entries(SOURCES).filter(([, source]) =>
    /\b(local|session)Storage\b|"shortlist:|`shortlist[:/]/.test(source),
  );
  // The outbox has a lock of such a name.
  expect(found.map(([file]) => file).sort()).toEqual([
    "./board/engine/sending/outbox.ts",
    "./browser-storage.ts",
    "./pages/receipts.ts",
  ]);
});

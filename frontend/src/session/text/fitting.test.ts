import { expect, test } from "vitest";
import * as Y from "yjs";
import { fits } from "./fitting";

/** The updates of two pages: one types, the other inserts into its words. */
function twoPages(): { left: Uint8Array[]; right: Uint8Array; state: Map<number, number> } {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const left: Uint8Array[] = [];
  one.on("update", (update: Uint8Array) => left.push(update));
  one.getText("artifact").insert(0, "first ");
  one.getText("artifact").insert(6, "second ");
  one.getText("artifact").insert(13, "third");
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  let right = new Uint8Array();
  other.on("update", (update: Uint8Array) => {
    right = Uint8Array.from(update);
  });
  other.getText("artifact").insert(6, "and ");
  return { left, right, state: Y.decodeStateVector(Y.encodeStateVector(one)) };
}

test("an update fits where everything that it stands beside is", () => {
  const { left, right, state } = twoPages();
  expect(fits(right, state)).toBe(true);
  expect(fits(right, new Map())).toBe(false);
  expect(fits(Y.mergeUpdates([right, ...left]), new Map())).toBe(true);
});

test("an update behind a gap does not fit, nor do two with a gap between them", () => {
  const { left, right, state } = twoPages();
  const [first, second, third] = left as [Uint8Array, Uint8Array, Uint8Array];
  expect(fits(second, new Map())).toBe(false);
  expect(fits(first, new Map())).toBe(true);
  expect(fits(Y.mergeUpdates([first, right]), new Map())).toBe(false);
  expect(fits(Y.mergeUpdates([first, third]), new Map())).toBe(false);
  expect(fits(second, state)).toBe(true);
});

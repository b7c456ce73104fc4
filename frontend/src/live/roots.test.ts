import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { changed, changedMap, followRoots } from "./roots";

const AB = new Map([
  ["a", 1],
  ["b", 2],
]);

test("a map made from another differs by the keys whose values differ", () => {
  const now = changedMap(AB, ["a", "b", "c"], (key) => ({ a: 1, b: 5, c: 3 })[key]);
  expect(Object.fromEntries(now)).toEqual({ a: 1, b: 5, c: 3 });
  expect(changed(AB, now)).toEqual(["b", "c"]);
  expect(changed(now, now)).toEqual([]);
});

test("what is undefined is gone, and what says the same is the same map", () => {
  const now = changedMap(AB, ["a"], () => undefined);
  expect([...now.keys()]).toEqual(["b"]);
  expect(changed(AB, now)).toEqual(["a"]);
  expect(changedMap(AB, ["a", "b"], (key) => AB.get(key))).toBe(AB);
});

test("over several steps, and between maps of different origin, the keys are looked for", () => {
  const one = changedMap(AB, ["a"], () => 7);
  const two = changedMap(one, ["b"], () => undefined);
  expect([...changed(AB, two)].sort()).toEqual(["a", "b"]);
  expect([...changed(two, AB)].sort()).toEqual(["a", "b"]);
  expect(changed(one, new Map(one))).toEqual([]);
});

test("a map that others were made from is not kept by them: a long session would hold every state there ever was", async () => {
  let now: ReadonlyMap<string, number> = new Map([["a", 0]]);
  const ever: WeakRef<object>[] = [];
  for (let step = 1; step <= 50; step++) {
    ever.push(new WeakRef(now));
    now = changedMap(now, ["a"], () => step);
  }
  await collected();
  expect(ever.filter((one) => one.deref() !== undefined).length).toBeLessThan(5);
  expect(now.get("a")).toBe(50);
});

test("what a page was served with stands until the document differs from it", () => {
  const [price, scope] = [
    { text: "Price", met: null },
    { text: "Scope", met: 7 },
  ];
  const shown = signal<Y.Doc | null>(null);
  const [roots, stop] = followRoots<{ conditions: Record<string, object> }>(shown, ["conditions"], {
    conditions: { price, scope },
  });
  const served = roots.conditions.value;
  expect(Object.fromEntries(served)).toEqual({ price, scope });
  const doc = new Y.Doc();
  doc.getMap("conditions").set("scope", { met: 7, text: "Scope" });
  doc.getMap("conditions").set("price", { ...price });
  shown.value = doc;
  expect(roots.conditions.value).toBe(served);
  doc.getMap("conditions").set("price", { ...price, met: 9 });
  expect(roots.conditions.value.get("price")).toEqual({ text: "Price", met: 9 });
  expect(roots.conditions.value.get("scope")).toBe(scope);
  stop();
});

/** What a weak reference was asked for in this turn stays until its end. */
async function collected(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  await new Promise((resolve) => setTimeout(resolve));
  collect();
}

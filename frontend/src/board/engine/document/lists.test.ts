import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { META } from "../../../../test/fake-server";
import { emptyDoc, followRoots } from "../../../live/roots";
import { type BoardDocument, ROOTS } from "../../../protocol.generated";
import { root } from "./document";
import { type Lists, lists } from "./lists";
import { coming } from "./options";

function aDocument(write: (doc: Y.Doc) => void = () => undefined): [Y.Doc, Lists] {
  const doc = emptyDoc(ROOTS);
  doc.transact(() => write(doc));
  const [roots] = followRoots<BoardDocument>(signal(doc), ROOTS);
  return [doc, lists(roots)];
}

function put(doc: Y.Doc, id: string, number: number, cluster: string | null = null, rank = "V"): void {
  root(doc, "ideas").set(id, `text of ${id}`);
  root(doc, "numbers").set(id, number);
  root(doc, "places").set(id, { cluster, rank });
}

function group(doc: Y.Doc, id: string, rank: string, letter = id.toUpperCase(), name = ""): void {
  root(doc, "clusters").set(id, { name, rank, letter });
}

test("all ideas stand in the order of their numbers, whatever the map says", () => {
  const [, { ideas }] = aDocument((doc) => {
    put(doc, "c", 10);
    put(doc, "a", 2);
    put(doc, "b", 1);
  });
  expect(ideas.value.map((idea) => idea.number)).toEqual([1, 2, 10]);
});

test("within a cluster they stand by rank compared by code unit, ties by id", () => {
  const [, { cluster }] = aDocument((doc) => {
    group(doc, "x", "V");
    put(doc, "d", 1, "x", "a");
    put(doc, "c", 2, "x", "Z");
    put(doc, "b", 3, "x", "Z");
    put(doc, "a", 4, "x", "Zz");
  });
  // A locale would put "a" before "Z".
  expect(cluster("x").value?.ideas.map((idea) => idea.id)).toEqual(["b", "c", "a", "d"]);
});

test("clusters stand by their rank, and an idea in one that is gone is loose", () => {
  const [doc, { clusters, loose }] = aDocument((doc) => {
    group(doc, "b", "a");
    group(doc, "a", "Z");
    put(doc, "i", 1, "gone");
  });
  expect(clusters.value.map((one) => one.id)).toEqual(["a", "b"]);
  expect(loose.value.map((idea) => idea.id)).toEqual(["i"]);
  doc.transact(() => put(doc, "i", 1, "a"));
  expect(loose.value).toEqual([]);
});

test("a hidden idea keeps its number and place and has no text", () => {
  const [doc, { idea }] = aDocument((doc) => put(doc, "i", 7, null, "q"));
  root(doc, "ideas").delete("i");
  expect(idea("i").value).toMatchObject({ number: 7, text: null, rank: "q" });
});

test("what did not change stays the same object: one move among a thousand touches one idea and two clusters", () => {
  const [doc, { ideas, clusters, loose, idea }] = aDocument((doc) => {
    for (const id of ["a", "b", "c"]) group(doc, id, id);
    for (let n = 0; n < 1000; n += 1) put(doc, `i${n}`, n + 1, ["a", "b", "c", null][n % 4] ?? null, `r${n}`);
  });
  const [before, groups, free] = [ideas.value, clusters.value, loose.value];
  let woken = 0;
  const stop = idea("i5").subscribe(() => {
    woken += 1;
  });
  root(doc, "places").set("i0", { cluster: "b", rank: "r0" });
  const changed = ideas.value.filter((one, at) => one !== before[at]).map((one) => one.id);
  expect(changed).toEqual(["i0"]);
  expect(clusters.value.map((one, at) => one === groups[at])).toEqual([false, false, true]);
  expect(loose.value).toBe(free);
  expect(woken).toBe(1);
  stop();
});

test("the coming ballot: groups by letter, lone ideas by number, less what is hidden or set aside", () => {
  const [doc, { clusters, loose }] = aDocument((doc) => {
    group(doc, "g2", "1", "AA", "Later");
    group(doc, "g1", "2", "B");
    group(doc, "empty", "3", "C", "Nobody");
    group(doc, "dark", "4", "D", "Hidden");
    put(doc, "i4", 4, "g1", "b");
    put(doc, "i3", 3, "g1", "a");
    put(doc, "i2", 2, "g2");
    put(doc, "i9", 9);
    put(doc, "i8", 8);
    put(doc, "i7", 7);
    put(doc, "i5", 5, "dark");
  });
  root(doc, "ideas").delete("i5");
  const { options, dots } = coming(clusters.value, loose.value, { ...META, aside: ["i8"] });
  expect(options.map(({ option, name, named }) => [option, name, named])).toEqual([
    ["g1", "text of i3", false],
    ["g2", "Later", true],
    ["i7", "text of i7", true],
    ["i9", "text of i9", true],
  ]);
  expect(options[0]?.ideas).toEqual(["i3", "i4"]);
  expect(dots).toBe(2);
});

test.each([
  [1, 1],
  [4, 2],
  [12, 3],
  [22, 6],
  [120, 10],
])("%i options give %i dots", (options, dots) => {
  const [, { clusters, loose }] = aDocument((doc) => {
    for (let n = 1; n <= options; n += 1) put(doc, `i${n}`, n);
  });
  expect(coming(clusters.value, loose.value, META).dots).toBe(dots);
});

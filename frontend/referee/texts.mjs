/**
 * Texts as browsers write them, with real Yjs, led over standard input: one JSON line asks, one answers. Updates are
 * base64.
 *
 *   {"play": seed, "people": n, "turns": n}  ->  {"log": [...], "text": "...", "late": [...]}
 *       people write at random, each with a replica: the updates in the order in which they were sent, the text, and
 *       the frames of pages that come back, most of which repeat what was sent before
 *   {"apply": [...]}  ->  {"text": "...", "roots": [...], "plain": bool, "pending": bool, "vector": [[client, clock]]}
 */

import { createInterface } from "node:readline";
import * as Y from "yjs";

const ROOT = "artifact";
const WORDS = ["a", "of", " ", "\n", "שלום", "😀", "👩‍👩‍👧", "e\u0301", "\ufeff", "日本語", "&<>\u2028", "z".repeat(300)];

/** mulberry32: the same seed makes the same text. */
function dice(seed) {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

/** No editor puts its caret between the halves of a surrogate pair. */
function caret(text, at) {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function edit(text, roll) {
  const words = text.toString();
  const from = caret(words, roll(words.length + 1));
  const to = caret(words, Math.min(words.length, from + roll(12)));
  const removed = roll(3) === 0 ? Math.max(0, to - from) : 0;
  if (removed > 0) text.delete(from, removed);
  if (removed === 0 || roll(2) === 0) text.insert(from, WORDS[roll(WORDS.length)]);
}

function act(person, roll) {
  const { doc, text, undo } = person;
  const kind = roll(12);
  if (kind === 0) undo.undo();
  else if (kind === 1) undo.redo();
  else if (kind === 2) doc.transact(() => [...Array(1 + roll(5))].forEach(() => edit(text, roll)), person);
  else if (kind === 3 && text.length > 0) doc.transact(() => text.delete(0, text.length), person);
  else doc.transact(() => edit(text, roll), person);
}

/** Sends what was written since, in one of the ways in which providers do. */
function sent(person, server, roll) {
  if (person.unsent.length === 0) return [];
  const updates = person.unsent.splice(0);
  const kind = roll(3);
  if (kind === 0) return updates;
  if (kind === 1) return [Y.mergeUpdates(updates)];
  return [Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(server))];
}

function writer(roll) {
  const doc = new Y.Doc();
  doc.clientID = roll(2 ** 32);
  const text = doc.getText(ROOT);
  const person = { doc, text, unsent: [] };
  person.undo = new Y.UndoManager(text, { captureTimeout: 0, trackedOrigins: new Set([person]) });
  doc.on("update", (update, origin) => origin !== "server" && person.unsent.push(update));
  return person;
}

function play({ play: seed, people, turns }) {
  const roll = dice(seed);
  const server = new Y.Doc();
  const text = server.getText(ROOT);
  const group = Array.from({ length: people }, () => writer(roll));
  const log = [];
  const late = [];
  const receive = (person) => {
    for (const update of sent(person, server, roll)) {
      log.push(update);
      Y.applyUpdate(server, update);
    }
    Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(person.doc)), "server");
  };
  for (let turn = 0; turn < turns; turn += 1) {
    const person = group[roll(people)];
    act(person, roll);
    // Some write for a while without a connection.
    if (roll(4) > 0) receive(person);
    if (roll(20) === 0) late.push([log.length, Y.encodeStateAsUpdate(server)]);
  }
  for (const person of [...group, ...group]) receive(person);
  return { log: log.map(base64), late: late.map(([at, update]) => [at, base64(update)]), text: text.toString() };
}

function apply({ apply: updates }) {
  const doc = new Y.Doc();
  const text = doc.getText(ROOT);
  for (const update of updates) Y.applyUpdate(doc, Uint8Array.from(Buffer.from(update, "base64")));
  return {
    text: text.toString(),
    roots: [...doc.share.keys()],
    plain: text.toDelta().every(({ insert, attributes }) => typeof insert === "string" && !attributes),
    pending: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
    vector: [...Y.decodeStateVector(Y.encodeStateVector(doc))],
  };
}

function base64(bytes) {
  return Buffer.from(bytes).toString("base64");
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  process.stdout.write(`${JSON.stringify("play" in asked ? play(asked) : apply(asked))}\n`);
}

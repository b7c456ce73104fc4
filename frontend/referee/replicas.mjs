/**
 * Replicas as browsers have them, real Yjs in the page's own `Replica`, led over standard input: one JSON line asks, one
 * answers. Sockets are the asker's: frames come in and go out as base64.
 *
 *   {"n": 1, "do": "frame", "data": "..."}  ->  {"out": ["..."]}        a frame arrived
 *   {"n": 1, "do": "lost"}                  ->  {"out": []}             the connection ended
 *   {"n": 1, "do": "state"}                 ->  {"board": "...", "vector": [[client, clock]]}
 *   {"n": 1, "do": "close"}                 ->  {"out": []}
 */

import { createInterface } from "node:readline";
import { bundled } from "./bundle.mjs";

const page = new Function(`${await bundled("replica-entry.ts")}; return page;`)();
const replicas = new Map();

function replica(n) {
  if (!replicas.has(n)) {
    const one = { out: [], fresh: true };
    const ask = (vector) => one.out.push(Buffer.from(page.askFrame(vector)).toString("base64"));
    one.replica = new page.Replica(page.ROOTS, ask);
    replicas.set(n, one);
  }
  return replicas.get(n);
}

/** Keys sorted, so that equal boards are equal texts. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

function state({ replica }) {
  const doc = replica.shown.value;
  if (doc === null || replica.renewing) return { board: null, vector: [] };
  const roots = Object.fromEntries(page.ROOTS.map((name) => [name, page.root(doc, name).toJSON()]));
  return { board: canonical(roots), vector: [...page.decodeStateVector(page.encodeStateVector(doc))] };
}

function frame(one, data) {
  const bytes = Uint8Array.from(Buffer.from(data, "base64"));
  const found = page.read(bytes.buffer);
  if (found?.kind === "document") one.replica.received(found.update, found.whole);
  if (found?.kind === "notice") {
    one.replica.announced(found.notice.epoch, one.fresh, found.notice.run);
    one.fresh = false;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const one = replica(asked.n);
  if (asked.do === "frame") frame(one, asked.data);
  if (asked.do === "lost") {
    one.replica.lost();
    one.fresh = true;
  }
  if (asked.do === "close") {
    one.replica.close();
    replicas.delete(asked.n);
  }
  const answer = asked.do === "state" ? state(one) : { out: one.out.splice(0) };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

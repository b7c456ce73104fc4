/**
 * Unmodified clients of the text: y-websocket's provider in Node, led over standard input. One JSON line asks, one
 * answers.
 *
 *   {"open": "ws://.../worksessions/<id>", "epoch": n, "headers": {...}, "name": "..."}  ->  {"page": n}
 *   {"page": n, "insert": "...", "at": n}  ->  {}
 *   {"page": n, "remove": n, "at": n}      ->  {}
 *   {"page": n, "erase": "..."}            ->  {"erased": bool}, the first place where these words stand
 *   {"page": n, "cursor": ...}             ->  {}
 *   {"page": n}  ->  {"text": "...", "synced": bool, "states": {client: state}, "closed": [code], "client": n}
 *   {"page": n, "state": true}  ->  {"state": the whole document as base64}
 */

import { createInterface } from "node:readline";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

const pages = [];

function open({ open: address, epoch, headers, name }) {
  class WithHeaders extends WebSocket {
    constructor(url, protocols) {
      super(url, protocols, { headers });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(address, "text", doc, {
    params: { epoch: String(epoch) },
    WebSocketPolyfill: WithHeaders,
    disableBc: true,
  });
  const page = { doc, text: doc.getText("artifact"), provider, closed: [] };
  provider.on("connection-close", (event) => event && page.closed.push(event.code));
  provider.awareness.setLocalStateField("user", { name, color: "#f00" });
  pages.push(page);
  return { page: pages.length - 1 };
}

function told({ text, provider, closed, doc }) {
  const states = Object.fromEntries(provider.awareness.getStates());
  return { text: text.toString(), synced: provider.synced, states, closed, client: doc.clientID };
}

function erase(text, words) {
  const at = text.toString().indexOf(words);
  if (at >= 0) text.delete(at, words.length);
  return { erased: at >= 0 };
}

function act(asked) {
  if (asked.open !== undefined) return open(asked);
  const page = pages[asked.page];
  if (asked.insert !== undefined) page.text.insert(asked.at, asked.insert);
  else if (asked.remove !== undefined) page.text.delete(asked.at, asked.remove);
  else if (asked.erase !== undefined) return erase(page.text, asked.erase);
  else if (asked.state) return { state: Buffer.from(Y.encodeStateAsUpdate(page.doc)).toString("base64") };
  else if (asked.cursor !== undefined) page.provider.awareness.setLocalStateField("cursor", asked.cursor);
  else return told(page);
  return {};
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(act(JSON.parse(line)))}\n`);
}
for (const { provider } of pages) provider.destroy();
process.exit(0);

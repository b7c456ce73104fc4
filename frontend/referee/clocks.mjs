/**
 * Many pages of one board in one process: the page's own engine on real sockets, each with a clock of its own that is
 * minutes off, at the end of a line of its own length. Led over standard input, one JSON line each:
 *
 *   {"address": "http://...", "pages": [{"cookie": "...", "board": "...", "role": "...", "boot": {...},
 *    "off": ms, "up": ms, "down": ms}]}       ->  {"live": n}   when all are live
 *   {"deadline": s}                          ->  {"over": [...], "ends": [...]}   when this time is up on all of them:
 *                                                when each said so, and when by its clock, by the true clock in seconds
 */

import { connect } from "node:net";
import { createInterface } from "node:readline";
import { randomBytes } from "node:crypto";
import { bundled } from "./bundle.mjs";

const code = await bundled("engine-entry.ts");
const TrueDate = Date;
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** A page's world: the same code, another `Date`. */
function engine(off) {
  class OffDate extends TrueDate {
    constructor(...given) {
      super(...(given.length ? given : [TrueDate.now() + off]));
    }
    static now() {
      return TrueDate.now() + off;
    }
  }
  // Yjs warns of a second copy of itself, and here each page has its own.
  delete globalThis["__ $YJS$ __"];
  return new Function("Date", `${code}; return page;`)(OffDate);
}

/** A websocket at the end of a long line. A browser needs two trips there and back before it hears the first frame. */
class FarSocket extends EventTarget {
  binaryType = "arraybuffer";
  #socket = null;
  #page;

  constructor(url, page) {
    super();
    this.#page = page;
    setTimeout(() => this.#open(new URL(url.replace(/^ws/, "http"))), 2 * page.up + page.down);
  }

  #open(url) {
    const socket = connect(Number(url.port), url.hostname);
    this.#socket = socket;
    const head = [
      `GET ${url.pathname}${url.search} HTTP/1.1`,
      `Host: ${url.host}`,
      `Origin: ${url.origin}`,
      `Cookie: ${this.#page.cookie}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    ];
    socket.setNoDelay(true);
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    let held = Buffer.alloc(0);
    let upgraded = false;
    socket.on("data", (data) => {
      held = Buffer.concat([held, data]);
      if (!upgraded) {
        const end = held.indexOf("\r\n\r\n");
        if (end < 0) return;
        if (!held.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101"))) throw new Error(held.toString());
        held = held.subarray(end + 4);
        upgraded = true;
      }
      for (let frame = taken(held); frame; frame = taken(held)) {
        held = held.subarray(frame.size);
        if (frame.kind !== 2) continue;
        const data = Uint8Array.from(frame.body).buffer;
        this.#later(() => new MessageEvent("message", { data }));
      }
    });
    socket.on("close", () => this.#later(() => Object.assign(new Event("close"), { code: 1006 })));
    socket.on("error", () => undefined);
  }

  /** An event bears the time at which it was made: that of its arrival. */
  #later(event) {
    setTimeout(() => this.dispatchEvent(event()), this.#page.down);
  }

  send(data) {
    setTimeout(() => this.#socket?.write(masked(new Uint8Array(data))), this.#page.up);
  }

  close() {
    this.#socket?.destroy();
  }
}

/** The first whole frame of what came. */
function taken(bytes) {
  if (bytes.length < 2) return null;
  const short = bytes[1] & 0x7f;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < head) return null;
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const size = head + length;
  return bytes.length < size ? null : { kind: bytes[0] & 0x0f, body: bytes.subarray(head, size), size };
}

function masked(body) {
  const length = body.length < 126 ? [0x80 | body.length] : [0xfe, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([0x82, ...length]), Buffer.alloc(4), body]);
}

function say(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const { address, pages } = JSON.parse((await lines.next()).value);
function opened(page) {
  const quiet = Object.assign(new EventTarget(), { visibilityState: "visible" });
  return engine(page.off).start(page.boot, {
    storage: null,
    locks: null,
    window: new EventTarget(),
    page: quiet,
    origin: address.replace(/^http/, "ws"),
    open: (url) => new FarSocket(url, page),
    post: async () => 0,
    random: Math.random,
    typing: () => false,
    reload: () => undefined,
  });
}

const boards = [];
for (const page of pages) {
  boards.push(opened(page));
  // People come one after another; all in one moment would measure how busy this process is.
  await new Promise((next) => setTimeout(next, 20));
}

const over = boards.map(() => null);
let told = 0;
let live = false;
let deadline = null;
const look = setInterval(() => {
  const here = boards.filter((board) => board.status.value === "live").length;
  if (!live && here === boards.length) {
    live = true;
    say({ live: here });
  }
}, 20);

boards.forEach((board, n) => {
  board.clock.over.subscribe((up) => {
    if (!up || over[n] !== null || board.state.timer.value.deadline !== deadline) return;
    over[n] = TrueDate.now() / 1000;
    told += 1;
    if (told < boards.length) return;
    clearInterval(look);
    const ends = boards.map(({ clock, state }) => state.timer.value.deadline - clock.serverNow() + TrueDate.now() / 1000);
    say({ over, ends });
  });
});
deadline = JSON.parse((await lines.next()).value).deadline;
await lines.next();
process.exit(0);

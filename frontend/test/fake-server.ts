/**
 * A fake server for the tests of the engine: it speaks the real frames over a real Yjs document, and only the network is
 * simulated. The browsers are in `fake-browser.ts`.
 */

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { root } from "../src/board/engine/document/document";
import type { Answer, Boot, Request } from "../src/board/engine/types";
import type { Socket } from "../src/live/early-connection";
import type { Meta, Notice, Role } from "../src/protocol.generated";

export const BOARD = "b0a2d";

export const META: Meta = {
  question: "What should we build next?",
  problem: null,
  constraint: null,
  criterion: null,
  owner: null,
  visibility: "hidden",
  grouping: "everyone",
  minutes: 10,
  dots: null,
  locked: false,
  sealed: true,
  phase: "diverge",
  hidden: [],
  aside: [],
  highlight: null,
  counts: { joined: null, wrote: null, ideas: null, voted: null },
  ballot: null,
  rounds: [],
  proposal: null,
  decision: null,
  consent: null,
  consents: [],
  frozen: null,
};

export function aNotice(changes: Partial<Notice> = {}): Notice {
  return {
    protocol: 1,
    build: "test",
    run: "1",
    epoch: 1,
    now: Date.now() / 1000,
    phase: "diverge",
    deadline: null,
    left: null,
    length: null,
    closing: null,
    reveal_at: null,
    admit_at: null,
    readonly: false,
    counts: {
      here: 3,
      joined: 3,
      counting: 3,
      ideas: 0,
      wrote: null,
      late: null,
      ready: null,
      done: null,
      answered: null,
    },
    you: {
      role: "participate",
      roles: ["participate"],
      seated: true,
      used: 0,
      ideas_left: 200,
      ready: false,
      ballot: null,
      consent: null,
      work: null,
    },
    ...changes,
  };
}

/** What gets the frames of a page. */
export interface Receiver {
  got(wire: Wire, data: Uint8Array): void;
}

/** The server's end of one socket, and the browser's: what one sends, the other's listeners get. */
export class Wire extends EventTarget implements Socket {
  binaryType: BinaryType = "blob";
  readonly protocols: string[];
  readonly url: string;
  readonly #server: Receiver;
  /** Cuts the line without a close event: nothing arrives any more, on either side. */
  dead = false;
  closed = false;
  readonly OPEN = 1;

  constructor(server: Receiver, url: string, protocols: string[]) {
    super();
    this.#server = server;
    this.url = url;
    this.protocols = protocols;
  }

  get readyState(): number {
    return this.closed ? 3 : this.OPEN;
  }

  send(data: Parameters<WebSocket["send"]>[0]): void {
    if (this.closed) throw new Error("closed");
    if (!this.dead) this.#server.got(this, new Uint8Array(data as ArrayBuffer));
  }

  close(): void {
    this.closed = true;
  }

  /** The server closes. */
  ends(code: number): void {
    if (this.closed) return;
    this.closed = true;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }

  deliver(frame: Uint8Array<ArrayBuffer>): void {
    if (this.dead || this.closed) return;
    const event = new MessageEvent("message", { data: frame.slice().buffer });
    // By the fake timers.
    Object.defineProperty(event, "timeStamp", { value: performance.now() });
    this.dispatchEvent(event);
  }
}

/** The command in a whitened frame, without its pad. */
function commandOf(frame: Uint8Array): Request {
  const size = (frame.length - 1) / 2;
  const plain = frame.slice(1 + size).map((byte, at) => byte ^ (frame[1 + at] ?? 0));
  const { pad, ...request } = JSON.parse(new TextDecoder().decode(plain)) as Request & { pad: string };
  if (pad === "") throw new Error("a command without a pad");
  return request as Request;
}

export class Server {
  doc = new Y.Doc();
  notice: Partial<Notice> = {};
  /** Refuses every attempt to connect, as if there were no server. */
  down = false;
  /** Says nothing at all on new connections. */
  mute = false;
  readonly wires: Wire[] = [];
  /** All commands that arrived, resent ones too. */
  readonly commands: Request[] = [];
  /** What is stored, by id, so that a resent command counts once. */
  readonly ideas = new Map<string, string>();
  asked = 0;
  /** What it answers; null for no answer. By default everything is stored. */
  answer: (request: Request) => Omit<Answer, "id"> | null = () => ({ answer: "ok" });

  get wire(): Wire {
    const last = this.wires.at(-1);
    if (last === undefined) throw new Error("nobody connected");
    return last;
  }

  /** The sockets that a browser still holds open. */
  get open(): Wire[] {
    return this.wires.filter((wire) => !wire.closed);
  }

  readonly connect = (url: string, protocols: string[]): Wire => {
    const wire = new Wire(this, url, protocols);
    this.wires.push(wire);
    setTimeout(() => {
      if (this.down) wire.ends(1006);
      else wire.dispatchEvent(new Event("open"));
      if (!this.mute) this.tell({}, wire);
    }, 1);
    return wire;
  };

  /** In place of `WebSocket`. A constructor may return another object: what a page opens is a wire to this server. */
  get socket(): (url: string, protocols: string[]) => Wire {
    const { connect } = this;
    return function open(url, protocols) {
      return connect(url, protocols);
    };
  }

  tell(changes: Partial<Notice> = {}, to?: Wire): void {
    Object.assign(this.notice, changes);
    const frame = json(102, aNotice({ ...this.notice, now: this.notice.now ?? Date.now() / 1000 }));
    for (const wire of to ? [to] : this.open) wire.deliver(frame);
  }

  /** Changes the document and sends the change to everybody, as one transaction. */
  write(change: (doc: Y.Doc) => void): void {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => change(this.doc));
    const frame = sync(2, Y.encodeStateAsUpdate(this.doc, before));
    for (const wire of this.open) wire.deliver(frame);
  }

  /** A new history with what `change` writes into it. */
  renew(epoch: number, change: (doc: Y.Doc) => void): void {
    this.doc = new Y.Doc();
    this.doc.transact(() => change(this.doc));
    this.tell({ epoch });
  }

  put(id: string, text: string, number: number, place = { cluster: null as string | null, rank: "V" }): void {
    this.write((doc) => {
      root(doc, "ideas").set(id, text);
      root(doc, "numbers").set(id, number);
      root(doc, "places").set(id, place);
    });
  }

  meta(changes: Partial<Meta>): void {
    this.write((doc) => {
      for (const [key, value] of Object.entries(changes)) root(doc, "meta").set(key, value);
    });
  }

  got(wire: Wire, data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    const kind = decoding.readVarUint(decoder);
    if (kind === 0) {
      this.asked += 1;
      if (decoding.readVarUint(decoder) !== 0) throw new Error("a browser sends step 1 only");
      const state = Y.encodeStateAsUpdate(this.doc, decoding.readVarUint8Array(decoder));
      queueMicrotask(() => wire.deliver(sync(1, state)));
      return;
    }
    const request = commandOf(data);
    this.commands.push(request);
    const answer = this.answer(request);
    if (answer?.answer === "ok" || answer?.answer === "late") this.#keep(request);
    if (answer !== null) queueMicrotask(() => wire.deliver(json(101, { id: request.id, ...answer })));
  }

  #keep(request: Request): void {
    if (request.do === "add_idea" && !this.ideas.has(request.idea)) this.ideas.set(request.idea, request.text);
    if (request.do === "edit_idea") this.ideas.set(request.idea, request.text);
    if (request.do === "withdraw_idea") this.ideas.delete(request.idea);
  }
}

export function aBoot(role: Role = "participate", notice: Partial<Notice> = {}): Boot {
  const roles: Role[] = [role];
  return {
    board: BOARD,
    protocol: 1,
    build: "test",
    role,
    roles,
    links: {},
    qr: {},
    formats: [],
    meta: META,
    notice: aNotice(notice),
  };
}

/** The page as it was served: with what its script begins with. */
export function serve(boot: Boot): void {
  const served = document.createElement("script");
  served.id = "boot";
  served.type = "application/json";
  served.textContent = JSON.stringify(boot);
  document.body.replaceChildren(served);
}

function json(kind: number, body: unknown): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarString(encoder, JSON.stringify(body));
  return encoding.toUint8Array(encoder);
}

function sync(step: 1 | 2, update: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** A fake server of the text channel: real frames over a real Yjs document; only the network and time are simulated. */

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { fits } from "../src/session/text/fitting";
import { ARTIFACT } from "../src/session/text/insertions";
import { type Receiver, Wire } from "./fake-server";

/** How long (ms) a frame takes in either direction, and a commit before what was written is sent to the others. */
const LATENCY = 5;
const UPLOAD = 200;
const STEP_1_EVERY = 15_000;

interface Connected {
  readonly person: string;
  frames: number;
  /** The awareness of this connection: its client, and what was last relayed. */
  client: number | null;
  clock: number;
  state: unknown;
}

export class TextServer implements Receiver {
  doc = new Y.Doc();
  epoch = 1;
  readonly wires: Wire[] = [];
  readonly #connected = new Map<Wire, Connected>();
  /** Refuses every attempt to connect, as if there were no server. */
  down = false;
  /** Frames vanish in both directions; sockets stay open. */
  silent = false;
  /** Which frames of a page get lost on their way, by themselves. */
  loses: (data: Uint8Array) => boolean = () => false;
  /** Commits nothing, so that nothing is confirmed. */
  stuck = false;
  /** The close code for every update frame, or 0. */
  refusal = 0;
  /** The status of a POST in place of committing its update, or 0; -1: no network. */
  postStatus = 0;
  readonly posts: { readonly path: string; readonly update: Uint8Array; readonly keepalive: boolean }[] = [];
  /** All update frames that arrived, with the time of their arrival. */
  readonly updates: { readonly update: Uint8Array; readonly step: number; readonly at: number }[] = [];
  readonly awareness: { readonly state: unknown; readonly at: number }[] = [];
  /** The step 1 frames of pages. */
  asked = 0;

  constructor() {
    this.doc.getText(ARTIFACT);
    setInterval(() => {
      for (const wire of this.open) this.#deliver(wire, sync(0, Y.encodeStateVector(this.doc)));
    }, STEP_1_EVERY);
  }

  get text(): string {
    return this.doc.getText(ARTIFACT).toString();
  }

  get open(): Wire[] {
    return this.wires.filter((wire) => !wire.closed);
  }

  get wire(): Wire {
    const last = this.wires.at(-1);
    if (last === undefined) throw new Error("nobody connected");
    return last;
  }

  /** How the pages of a person connect. */
  as(person: string): (url: string, protocols: string[]) => Wire {
    return (url, protocols) => {
      const wire = new Wire(this, url, protocols);
      this.wires.push(wire);
      setTimeout(() => {
        if (this.down) wire.ends(1006);
        else if (!url.endsWith(`?epoch=${this.epoch}`)) wire.ends(4412);
        else this.#greet(wire, person);
      }, LATENCY);
      return wire;
    };
  }

  /** The answer to a POST of an update. */
  async post(path: string, update: Uint8Array, keepalive: boolean): Promise<number> {
    if (this.postStatus < 0 || this.down || this.silent) throw new TypeError("no network");
    this.posts.push({ path, update, keepalive });
    await new Promise((done) => setTimeout(done, UPLOAD));
    if (this.postStatus > 0) return this.postStatus;
    if (!path.endsWith(`?epoch=${this.epoch}`)) return 409;
    this.#commit(update, null);
    return 204;
  }

  got(wire: Wire, data: Uint8Array): void {
    if (this.silent || this.loses(data)) return;
    const frame = data.slice();
    setTimeout(() => {
      if (!wire.closed) this.#read(wire, frame);
    }, LATENCY);
  }

  /** Somebody who is not simulated writes. */
  write(change: (text: Y.Text) => void): void {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => change(this.doc.getText(ARTIFACT)));
    this.#broadcast(Y.encodeStateAsUpdate(this.doc, before), null);
  }

  /** Ends connections, all of them unless one is given. */
  cut(code = 1006, only?: Wire): void {
    for (const wire of only ? [only] : this.open) {
      wire.ends(code);
      this.#left(wire);
    }
  }

  /** Another history, with this text. */
  renew(text: string, epoch = this.epoch + 1): void {
    this.doc = new Y.Doc();
    this.doc.getText(ARTIFACT).insert(0, text);
    this.epoch = epoch;
    this.cut(4412);
  }

  #greet(wire: Wire, person: string): void {
    this.#connected.set(wire, { person, frames: 0, client: null, clock: 0, state: null });
    this.#deliver(wire, sync(0, Y.encodeStateVector(this.doc)));
    for (const other of this.#connected.values()) {
      if (other.client !== null && other.state !== null) this.#deliver(wire, awarenessOf(other));
    }
  }

  #read(wire: Wire, data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    const kind = decoding.readVarUint(decoder);
    const step = kind === 0 ? decoding.readVarUint(decoder) : -1;
    const body = decoding.readVarUint8Array(decoder);
    if (data.length > 256 * 1024) this.cut(4413, wire);
    else if (kind === 1) this.#relay(wire, body);
    else if (step === 0) {
      this.asked += 1;
      this.#deliver(wire, sync(1, Y.encodeStateAsUpdate(this.doc, body)));
    } else this.#update(wire, step, body);
  }

  #update(wire: Wire, step: number, update: Uint8Array): void {
    this.updates.push({ update, step, at: Date.now() });
    if (this.refusal > 0) {
      this.cut(this.refusal, wire);
      return;
    }
    if (this.stuck) return;
    const connected = this.#connected.get(wire);
    if (connected === undefined) return;
    connected.frames += 1;
    if (!this.#commit(update, wire)) this.#deliver(wire, sync(0, Y.encodeStateVector(this.doc)));
    this.#deliver(wire, committedFrame(connected.frames));
  }

  /** False for an update behind a gap, which is not stored. */
  #commit(update: Uint8Array, from: Wire | null): boolean {
    if (!fits(update, Y.decodeStateVector(Y.encodeStateVector(this.doc)))) return false;
    Y.applyUpdate(this.doc, update);
    if (this.doc.store.pendingStructs !== null) throw new Error("an update without its predecessors");
    this.#broadcast(update, from);
    return true;
  }

  #broadcast(update: Uint8Array, from: Wire | null): void {
    for (const wire of this.open) {
      if (wire !== from && this.#connected.has(wire)) this.#deliver(wire, sync(2, update));
    }
  }

  #relay(wire: Wire, update: Uint8Array): void {
    const connected = this.#connected.get(wire);
    if (connected === undefined) return;
    const decoder = decoding.createDecoder(update);
    if (decoding.readVarUint(decoder) !== 1) throw new Error("a page sends its own state only");
    connected.client = decoding.readVarUint(decoder);
    connected.clock = decoding.readVarUint(decoder);
    const state = JSON.parse(decoding.readVarString(decoder)) as object | null;
    this.awareness.push({ state, at: Date.now() });
    connected.state = state && { person: connected.person, ...state };
    for (const other of this.open) if (other !== wire) this.#deliver(other, awarenessOf(connected));
  }

  #left(wire: Wire): void {
    const connected = this.#connected.get(wire);
    this.#connected.delete(wire);
    if (connected === undefined || connected.client === null) return;
    connected.clock += 1;
    connected.state = null;
    for (const other of this.open) this.#deliver(other, awarenessOf(connected));
  }

  #deliver(wire: Wire, frame: Uint8Array<ArrayBuffer>): void {
    setTimeout(() => {
      if (!this.silent) wire.deliver(frame);
    }, LATENCY);
  }
}

function sync(step: 0 | 1 | 2, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

function committedFrame(frames: number): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 103);
  encoding.writeVarUint(encoder, frames);
  return encoding.toUint8Array(encoder);
}

function awarenessOf({ client, clock, state }: Connected): Uint8Array<ArrayBuffer> {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, 1);
  encoding.writeVarUint(inner, client ?? 0);
  encoding.writeVarUint(inner, clock);
  encoding.writeVarString(inner, JSON.stringify(state));
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/**
 * Where people's cursors are: y-protocols' awareness, of which the page sends only its own state.
 *
 * States do not belong to the document. They go when their page leaves, or when it has not renewed them for a while.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** Both ends of a selection, as the JSON of relative positions of Yjs. */
export interface Cursor {
  readonly anchor: unknown;
  readonly head: unknown;
}

/** Another page in the text. Name and colour of a person are in `people`. */
export interface OtherCursor {
  readonly client: number;
  readonly person: string;
  readonly cursor: Cursor | null;
}

interface Known {
  readonly clock: number;
  /** When it last came (ms). */
  readonly heard: number;
  /** Null once it is gone: a late frame with an older clock does not bring it back. */
  readonly state: OtherCursor | null;
}

/** The least time (ms) between two frames. */
const THROTTLE = 100;
const RENEW = 15_000;
const OUTDATED = 30_000;
/** The server takes no larger state (bytes). */
const LARGEST = 600;

export class Cursors {
  readonly others: ReadonlySignal<readonly OtherCursor[]>;
  readonly #others: Signal<readonly OtherCursor[]> = signal([]);
  readonly #known = new Map<number, Known>();
  readonly #client: number;
  readonly #send: (update: Uint8Array) => boolean;
  #own: Cursor | null = null;
  #clock = 0;
  #sent = Number.NEGATIVE_INFINITY;
  #later: ReturnType<typeof setTimeout> | undefined;
  readonly #watch = setInterval(() => this.#tend(), 1000);

  /** `client`: the Yjs client id of this page. `send` says whether there was a connection to send it on. */
  constructor(client: number, send: (update: Uint8Array) => boolean) {
    this.#client = client;
    this.#send = send;
    this.others = this.#others;
  }

  /** The person moved their cursor, or has none any more. */
  set(cursor: Cursor | null): void {
    if (cursor === null && this.#own === null) return;
    this.#own = cursor;
    const pause = this.#sent + THROTTLE - Date.now();
    if (pause <= 0) this.#tell();
    else this.#later ??= setTimeout(() => this.#tell(), pause);
  }

  /** A new connection: the server sends the states of everybody who is there, and has none of this page. */
  connected(): void {
    this.#known.clear();
    this.#others.value = [];
    // The server may have taken the next clock to tell the others that this page had left.
    this.#clock += 1;
    if (this.#own !== null) this.#tell();
  }

  received(update: Uint8Array): void {
    try {
      const decoder = decoding.createDecoder(update);
      for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
        const client = decoding.readVarUint(decoder);
        const clock = decoding.readVarUint(decoder);
        this.#take(client, clock, JSON.parse(decoding.readVarString(decoder)));
      }
    } catch {
      // What was read before the malformed part is valid.
    }
    this.#show();
  }

  close(): void {
    clearInterval(this.#watch);
    clearTimeout(this.#later);
  }

  #take(client: number, clock: number, state: { person?: unknown; cursor?: Cursor | null } | null): void {
    if (client === this.#client) return;
    const known = this.#known.get(client);
    // A removal may have the clock of the state that it removes.
    if (known && (clock < known.clock || (clock === known.clock && state !== null))) return;
    const person = state?.person;
    const shown = typeof person === "string" ? { client, person, cursor: state?.cursor ?? null } : null;
    this.#known.set(client, { clock, heard: Date.now(), state: shown });
  }

  #tell(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    const state = JSON.stringify(this.#own && { cursor: this.#own });
    if (new TextEncoder().encode(state).length > LARGEST) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.#client);
    encoding.writeVarUint(encoder, this.#clock + 1);
    encoding.writeVarString(encoder, state);
    if (!this.#send(encoding.toUint8Array(encoder))) return;
    this.#clock += 1;
    this.#sent = Date.now();
  }

  #tend(): void {
    const now = Date.now();
    if (this.#own !== null && now - this.#sent >= RENEW) this.#tell();
    for (const [client, { heard }] of this.#known) if (now - heard >= OUTDATED) this.#known.delete(client);
    this.#show();
  }

  #show(): void {
    const now = [...this.#known.values()].flatMap(({ state }) => state ?? []);
    const before = this.#others.peek();
    if (now.length !== before.length || now.some((one, at) => one !== before[at])) this.#others.value = now;
  }
}

/**
 * The connection of a page that is still loading.
 *
 * This is a script of its own, so small that it runs long before what draws the board: by then the way to the server is
 * open and the document is here. It asks at once for all of it, as every fresh page does, and keeps what comes.
 */

import { PROTOCOL } from "./protocol";

/** What a page uses of a WebSocket. */
export interface Socket {
  binaryType: BinaryType;
  /** When it was begun, if that was before it was opened for its user (ms, `Date.now`). */
  readonly began?: number;
  send(frame: Uint8Array<ArrayBuffer>): void;
  close(): void;
  addEventListener(type: "message" | "close", heard: (event: Event) => void): void;
}

/** Sync step 1 with the state vector of an empty document. */
export const ALL = new Uint8Array([0, 0, 1, 0]);

class HeadStart implements Socket {
  binaryType: BinaryType = "arraybuffer";
  readonly began = Date.now();
  readonly #socket: WebSocket;
  #kept: Event[] = [];
  #asked = true;

  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {
    this.#socket = new WebSocket(url, [protocol]);
    this.#socket.binaryType = this.binaryType;
    this.#socket.addEventListener("open", () => this.#socket.send(ALL));
    this.#socket.addEventListener("message", this.#keep);
  }

  readonly #keep = (event: Event): void => {
    this.#kept.push(event);
  };

  get ended(): boolean {
    return this.#socket.readyState > this.#socket.OPEN;
  }

  /** The question that was asked ahead is not asked again. */
  send(frame: Uint8Array<ArrayBuffer>): void {
    const again = this.#asked && frame.length === ALL.length && frame.every((byte, at) => byte === ALL[at]);
    this.#asked = false;
    if (!again) this.#socket.send(frame);
  }

  close(): void {
    this.#socket.close();
  }

  /** What came before is heard right after, before anything else can come. */
  addEventListener(type: "message" | "close", heard: (event: Event) => void): void {
    this.#socket.addEventListener(type, heard);
    if (type !== "message") return;
    this.#socket.removeEventListener("message", this.#keep);
    const kept = this.#kept;
    this.#kept = [];
    queueMicrotask(() => kept.forEach(heard));
  }
}

let begun: HeadStart | null = null;

/** Begins the connection that the page is going to want. */
export function begin(url: string): void {
  try {
    begun = new HeadStart(url, `shortlist.${PROTOCOL}`);
  } catch {
    // The page tries again, and says what is wrong.
  }
}

/** The connection that was begun, once, if it is the one that is wanted and still good; null otherwise. */
export function takeOver(url: string, protocols: readonly string[]): Socket | null {
  const ahead = begun;
  begun = null;
  if (ahead === null) return null;
  if (!ahead.ended && ahead.url === url && protocols.length === 1 && protocols[0] === ahead.protocol) return ahead;
  ahead.close();
  return null;
}

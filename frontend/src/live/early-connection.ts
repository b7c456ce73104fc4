/**
 * The connection of a page that is still loading.
 *
 * This is a script of its own, so small that it runs long before what draws the board: by then the way to the server is
 * open and the document is here. It asks at once for all of it, as every fresh page does, and keeps what comes.
 */

import { PROTOCOL } from "../board/protocol";

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

/** A connection that keeps what comes until it is taken over. */
interface HeadStart extends Socket {
  readonly url: string;
  readonly protocol: string;
  ended(): boolean;
}

/** No class: private and public fields are syntax that an old browser, which gets this file too, cannot read. */
function headStart(url: string, protocol: string): HeadStart {
  const socket = new WebSocket(url, [protocol]);
  let kept: Event[] = [];
  let asked = true;
  const keep = (event: Event) => kept.push(event);
  socket.binaryType = "arraybuffer";
  socket.addEventListener("open", () => socket.send(ALL));
  socket.addEventListener("message", keep);
  return {
    url,
    protocol,
    binaryType: socket.binaryType,
    began: Date.now(),
    ended: () => socket.readyState > socket.OPEN,
    // The question that was asked ahead is not asked again.
    send(frame) {
      const again = asked && frame.length === ALL.length && frame.every((byte, at) => byte === ALL[at]);
      asked = false;
      if (!again) socket.send(frame);
    },
    close: () => socket.close(),
    // What came before is heard right after, before anything else can come.
    addEventListener(type, heard) {
      socket.addEventListener(type, heard);
      if (type !== "message") return;
      socket.removeEventListener("message", keep);
      const before = kept;
      kept = [];
      queueMicrotask(() => before.forEach(heard));
    },
  };
}

let begun: HeadStart | null = null;

/** Begins the connection that the page is going to want. */
export function begin(url: string): void {
  try {
    begun = headStart(url, `shortlist.${PROTOCOL}`);
  } catch (_) {
    // The page tries again, and says what is wrong.
  }
}

/** The connection that was begun, once, if it is the one that is wanted and still good; null otherwise. */
export function takeOver(url: string, protocols: readonly string[]): Socket | null {
  const ahead = begun;
  begun = null;
  if (ahead === null) return null;
  if (!ahead.ended() && ahead.url === url && protocols.length === 1 && protocols[0] === ahead.protocol) return ahead;
  ahead.close();
  return null;
}

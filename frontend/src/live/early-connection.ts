/**
 * The connection of a page that is still loading.
 *
 * A script of its own, so small that it runs long before the island: it connects, asks for the whole document as every
 * fresh page does, and buffers what arrives until the island takes the connection over.
 */

/** What a page uses of a WebSocket. */
export interface Socket {
  binaryType: BinaryType;
  /** When it was opened, if that was before its user asked for it (ms, `Date.now`). */
  readonly began?: number;
  send(frame: Uint8Array<ArrayBuffer>): void;
  close(): void;
  addEventListener(type: "message" | "close", heard: (event: Event) => void): void;
}

/** Sync step 1 with the state vector of an empty document. */
export const ALL = new Uint8Array([0, 0, 1, 0]);

/** A connection that buffers messages until it is taken over. */
interface EarlyConnection extends Socket {
  readonly url: string;
  readonly protocol: string;
  ended(): boolean;
}

/** Not a class: class fields are syntax that an old browser, which gets this file too, cannot parse. */
function earlyConnection(url: string, protocol: string): EarlyConnection {
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
    // The request that was sent early is not sent again.
    send(frame) {
      const again = asked && frame.length === ALL.length && frame.every((byte, at) => byte === ALL[at]);
      asked = false;
      if (!again) socket.send(frame);
    },
    close: () => socket.close(),
    // Buffered messages are delivered before any new one can arrive.
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

let early: EarlyConnection | null = null;

/** Opens the connection that the page is going to ask for. */
export function connectEarly(url: string, subprotocol: string): void {
  try {
    early = earlyConnection(url, subprotocol);
  } catch (_) {
    // The page tries again, and says what is wrong.
  }
}

/** The early connection, once, if it is the requested one and still open; null otherwise. */
export function takeOver(url: string, protocols: readonly string[]): Socket | null {
  const socket = early;
  early = null;
  if (socket === null) return null;
  if (!socket.ended() && socket.url === url && protocols.length === 1 && protocols[0] === socket.protocol)
    return socket;
  socket.close();
  return null;
}

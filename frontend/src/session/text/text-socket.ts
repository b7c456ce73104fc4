/** The websocket of the text in one epoch: counts the update frames that it sends, and which of them are committed. */

import type { Socket } from "../../live/early-connection";
import { LiveSocket, type SocketListener } from "../../live/live-socket";
import { ENDINGS, type Ending } from "../endings";
import { readFrame, type STEP_2, type TextFrame, type UPDATE, updateFrame } from "./frames";

/** `epoch`: the server has another history. `refused`: it takes no more updates of this replica. */
export type TextEnding = Ending | "epoch" | "refused";

export interface TextListener extends SocketListener {
  /** A frame arrived. `fresh`: the first one of a connection, always the server's step 1. */
  frame(frame: TextFrame, fresh: boolean): void;
}

const SUBPROTOCOL = "shortlist.text.1";

// 1009 is what a web server itself says of a frame that is too large, before any of our code sees it.
const TEXT_ENDINGS: Readonly<Record<number, TextEnding>> = {
  ...ENDINGS,
  1009: "refused",
  4412: "epoch",
  4413: "refused",
  4414: "refused",
};

/** Without any frame committed for so long (ms), although some are on their way, the connection is dead. */
const OVERDUE_COMMIT = 10_000;

export class TextSocket extends LiveSocket<TextEnding, TextListener> {
  #sent = 0;
  #committed = 0;
  /** When the count of committed frames last changed, or began to be behind. */
  #moved = 0;

  constructor(
    url: string,
    open: (url: string, protocols: string[]) => Socket,
    listener: TextListener,
    random: () => number,
  ) {
    super({ url, subprotocol: SUBPROTOCOL, always: true, endings: TEXT_ENDINGS }, open, listener, random);
  }

  /** The update frames of this connection that are not committed yet. */
  get unconfirmed(): number {
    return this.#sent - this.#committed;
  }

  /** Sends an update; the number of its frame on this connection, or 0 when there is none to send it on. */
  sendUpdate(update: Uint8Array, step: typeof STEP_2 | typeof UPDATE): number {
    if (!this.live || !this.sendFrame(updateFrame(update, step))) return 0;
    if (this.unconfirmed === 0) this.#moved = Date.now();
    this.#sent += 1;
    return this.#sent;
  }

  protected override received(data: ArrayBuffer): void {
    const frame = readFrame(data);
    if (frame === null) return;
    if (frame.kind === "committed") this.#confirm(frame.frames);
    const fresh = !this.live;
    if (fresh) {
      if (frame.kind !== "asked") return;
      this.#sent = 0;
      this.#committed = 0;
      this.opened();
    }
    this.listener.frame(frame, fresh);
  }

  /** Frames of other people prove nothing about the way to the server, on which ours may get lost. */
  protected override silent(silence: number): boolean {
    return (this.unconfirmed > 0 && Date.now() - this.#moved > OVERDUE_COMMIT) || super.silent(silence);
  }

  #confirm(frames: number): void {
    if (frames <= this.#committed || frames > this.#sent) return;
    this.#committed = frames;
    this.#moved = Date.now();
  }
}

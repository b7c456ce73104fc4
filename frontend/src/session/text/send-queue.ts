/**
 * Sends a person's updates: the first one after a rest at once, then merged ones; what is too much for frames by HTTP.
 */

import { pause } from "../../live/live-socket";
import { STEP_2, UPDATE } from "./frames";
import { batches, merged } from "./pieces";
import type { TextSocket } from "./text-socket";
import type { Uncommitted, Waiting } from "./waiting";

/** The status of a POST of an update; rejects without a network. */
export type PostUpdate = (update: Uint8Array<ArrayBuffer>, keepalive: boolean) => Promise<number>;

/** The least time (ms) between two batches. Whoever rested for longer does not wait. */
const INTERVAL = 70;
/** The most bytes of a frame that neighbours become. */
const FRAME = 64 * 1024;
/** More than this (bytes) goes by HTTP. */
const MOST_BY_SOCKET = 200 * 1024;
/** The server takes 1 MiB. */
const MOST_BY_HTTP = 900 * 1024;
/** A browser carries 64 KiB for a page that is left. */
const MOST_ON_LEAVING = 60 * 1024;

const COMMITTED = 204;
/** What a POST says in place of the close codes of the socket. */
const VERDICTS: Readonly<Record<number, "epoch" | "refused">> = { 409: "epoch", 413: "refused", 422: "refused" };

export class SendQueue {
  readonly #waiting: Waiting;
  readonly #socket: TextSocket;
  readonly #post: PostUpdate;
  readonly #ended: (why: "epoch" | "refused") => void;
  readonly #random: () => number;
  #last = Number.NEGATIVE_INFINITY;
  #later: ReturnType<typeof setTimeout> | undefined;
  #posting = false;
  #failures = 0;
  /** Before then (ms) the server wants no further POST. */
  #notBefore = 0;
  #closed = false;

  /** `ended`: the answer to a POST says that the server takes no more of this replica. */
  constructor(
    waiting: Waiting,
    socket: TextSocket,
    post: PostUpdate,
    ended: (why: "epoch" | "refused") => void,
    random: () => number,
  ) {
    this.#waiting = waiting;
    this.#socket = socket;
    this.#post = post;
    this.#ended = ended;
    this.#random = random;
  }

  /** The person typed. */
  typed(): void {
    const wait = this.#last + INTERVAL - Date.now();
    if (wait <= 0) this.flush();
    else this.#schedule(wait);
  }

  /** Sends all that is not sent. `step`: what the first frame is; a reply to the server's step 1 is a step 2. */
  flush(step: typeof STEP_2 | typeof UPDATE = UPDATE): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    const unsent = this.#waiting.unsent;
    // What is typed during a POST depends on it.
    if (unsent.length === 0 || this.#closed || this.#posting || !this.#socket.live) return;
    this.#last = Date.now();
    if (sizeOf(unsent) > MOST_BY_SOCKET) void this.#postFirst(unsent);
    else this.#sendFrames(unsent, step);
  }

  /** The server lacks something of what was sent: sends all that is not committed again. */
  repeat(): void {
    if (this.#posting) return;
    this.#waiting.lost();
    this.flush(STEP_2);
  }

  /** The page is left: hands what waits to the browser, which sends it when the page is gone. */
  leave(): void {
    const { entries } = this.#waiting;
    if (entries.length === 0 || this.#posting || this.#closed || sizeOf(entries) > MOST_ON_LEAVING) return;
    this.#post(merged(entries), true).catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#later);
  }

  #sendFrames(unsent: readonly Uncommitted[], first: typeof STEP_2 | typeof UPDATE): void {
    let step = first;
    for (const batch of batches(unsent, FRAME)) {
      const frame = this.#socket.sendUpdate(merged(batch), step);
      if (frame === 0) return;
      this.#waiting.sent(batch, frame);
      step = UPDATE;
    }
  }

  async #postFirst(unsent: readonly Uncommitted[]): Promise<void> {
    const wait = this.#notBefore - Date.now();
    if (wait > 0) {
      this.#schedule(wait);
      return;
    }
    const [first = []] = batches(unsent, MOST_BY_HTTP);
    this.#posting = true;
    const status = await this.#post(merged(first), false).catch(() => 0);
    this.#posting = false;
    if (this.#closed) return;
    const verdict = VERDICTS[status];
    if (status === COMMITTED) {
      this.#failures = 0;
      this.#waiting.release(first);
      this.flush();
    } else if (verdict) this.#ended(verdict);
    else {
      const wait = pause(this.#failures, this.#random());
      this.#notBefore = Date.now() + wait;
      this.#failures += 1;
      this.#schedule(wait);
    }
  }

  #schedule(after: number): void {
    this.#later ??= setTimeout(() => this.flush(), after);
  }
}

function sizeOf(entries: readonly Uncommitted[]): number {
  return entries.reduce((sum, { update }) => sum + update.length, 0);
}

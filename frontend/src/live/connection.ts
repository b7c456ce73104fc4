/**
 * The one websocket of a page: opens it, notices when it is dead, opens it again.
 *
 * A browser often does not say that a connection died (a closed lid, a phone in a pocket, a changed network), so
 * silence is what counts: a notice comes at least every 15 s.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { PROTOCOL } from "../board/protocol";
import type { Request } from "../board/types";
import type { Socket } from "./early-connection";
import { commandFrame, type Frame, read } from "./frames";

/** Where the connection stands. `resuming` is the first moments after a loss: nothing to alarm anybody with. */
export type Status =
  | "connecting"
  | "live"
  | "resuming"
  | "offline"
  /** Not let in: the browser has no valid cookie of this board, or the board was deleted while nobody was connected. */
  | "gone"
  /** The board was deleted while this page was open, with its decision. */
  | "deleted"
  /** The board was deleted while this page was open; a decision of it still stands at its own link. */
  | "decision-kept"
  /** The door is locked for newcomers. */
  | "locked"
  /** As many people have joined as this board takes. */
  | "full"
  /** The same person has opened the board in so many tabs that this one had to rest. */
  | "elsewhere"
  /** The server did not understand this page: only a reload helps. */
  | "broken";

export type OpenSocket = (url: string, protocols: string[]) => Socket;

export interface Listener {
  /**
   * A frame arrived. `fresh`: the first notice of a connection. `took`: the seconds since that connection was begun, or
   * since the command left that this frame answers. `ago`: the seconds for which it had to wait until it was heard.
   */
  frame(frame: Frame, fresh: boolean, took: number, ago: number): void;
  /** A live connection ended; nothing sent on it will be answered any more. */
  lost(): void;
  /** An attempt to connect failed while the page is offline. */
  failed(): void;
  /** Sends something that is answered at once: whether the connection is alive can only be seen so. */
  probe(): void;
}

const SILENCE = 35_000;
/** Silence that is suspicious: a notice is overdue, and somebody looks at the page or waits for an answer. */
const OVERDUE = 16_000;
const OVERDUE_ANSWER = 20_000;
/** So long (ms) an answer may take after waking before the connection is dead. */
const PROOF = 1_000;
/** Our clock ticks each second; a tick so late (ms) means that the computer or the page slept. */
const SLEPT = 5_000;
const NO_FIRST_NOTICE = 10_000;
/** How long a loss is nobody's business; one that the server announced is over after a try or three. */
const CALM = 3_000;
const CALM_RESTART = 15_000;
/** A connection that held this long was a good one: the next pause is short again. */
const STEADY = 5_000;
const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;
const RESTARTING = 1012;
const FINAL: Readonly<Record<number, Status>> = {
  4404: "gone",
  4406: "deleted",
  4407: "decision-kept",
  4410: "locked",
  4411: "full",
  4409: "elsewhere",
  4400: "broken",
};
const ENDS: readonly Status[] = Object.values(FINAL);

/**
 * How long to wait (ms) before the connection is tried again after so many attempts in a row: anywhere in the upper
 * half of a span that doubles. Everybody lost the server at the same moment and must not come back at the same one;
 * the lower half stays empty, so that few tries reach beyond a restart.
 */
export function pause(attempts: number, random: number): number {
  return Math.min(LONGEST_PAUSE, 2 * SHORTEST_PAUSE * 2 ** attempts) * (0.5 + random / 2);
}

export class Connection {
  readonly status: ReadonlySignal<Status>;
  readonly #status: Signal<Status> = signal("connecting");
  readonly #url: string;
  readonly #open: OpenSocket;
  readonly #random: () => number;
  readonly #listener: Listener;
  #socket: Socket | null = null;
  #live = false;
  #attempts = 0;
  #began = 0;
  #liveSince = 0;
  #heard = 0;
  /** Requests that wait for an answer on this connection, and when they left. */
  readonly #unanswered = new Map<string, number>();
  #retry: ReturnType<typeof setTimeout> | undefined;
  #alarm: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #proof: ReturnType<typeof setTimeout> | undefined;
  #checked = 0;

  constructor(url: string, open: OpenSocket, listener: Listener, random: () => number = Math.random) {
    this.#url = url;
    this.#open = open;
    this.#listener = listener;
    this.#random = random;
    this.status = this.#status;
  }

  get live(): boolean {
    return this.#live;
  }

  /** Opens the connection unless one is open or opening, without waiting for the pause to end. */
  connect(): void {
    if (this.#socket !== null || this.#ended()) return;
    clearTimeout(this.#retry);
    let socket: Socket;
    try {
      socket = this.#open(this.#url, this.#protocols());
    } catch {
      this.#again(0);
      return;
    }
    this.#began = socket.began ?? Date.now();
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", (event) => {
      if (this.#socket === socket) this.#received(event as MessageEvent);
    });
    socket.addEventListener("close", (event) => {
      if (this.#socket === socket) this.#closed((event as CloseEvent).code);
    });
    this.#expectSomething();
    clearInterval(this.#watch);
    this.#checked = Date.now();
    this.#watch = setInterval(() => this.#check(), 1000);
  }

  /** Somebody looks at the page again, or the network came back: trust nothing that has been silent. */
  wake(): void {
    const silent = this.#live ? Date.now() - this.#heard > OVERDUE : Date.now() - this.#began > CALM;
    if (silent) this.#drop(false);
    else if (this.#live) this.#prove();
    this.connect();
  }

  /** The page is put away. An open connection would keep the browser from keeping it for the way back. */
  rest(): void {
    this.#drop(false);
    clearTimeout(this.#retry);
  }

  /** Sends a command; false when there is no connection to send it on. */
  send(request: Request): boolean {
    if (!this.#live || !this.sendFrame(commandFrame(request))) return false;
    this.#unanswered.set(request.id, Date.now());
    return true;
  }

  sendFrame(frame: Uint8Array<ArrayBuffer>): boolean {
    try {
      this.#socket?.send(frame);
      return this.#socket !== null;
    } catch {
      return false;
    }
  }

  /**
   * Our version. A browser drops a connection on which the server names none of what was offered, so a server that has
   * left our version behind could not even say so: now and then we offer nothing, and hear it.
   */
  #protocols(): string[] {
    return this.#attempts % 3 === 2 ? [] : [`shortlist.${PROTOCOL}`];
  }

  #received({ data, timeStamp }: MessageEvent): void {
    const ago = Math.max(0, performance.now() - timeStamp);
    this.#heard = Date.now() - ago;
    const frame = data instanceof ArrayBuffer ? read(data) : null;
    if (frame === null) return;
    let since = this.#heard;
    if (frame.kind === "answer") {
      since = this.#unanswered.get(frame.answer.id) ?? since;
      this.#unanswered.delete(frame.answer.id);
    }
    if (this.#live) {
      this.#listener.frame(frame, false, (this.#heard - since) / 1000, ago / 1000);
    } else if (frame.kind === "notice") {
      this.#live = true;
      this.#liveSince = this.#heard;
      clearTimeout(this.#alarm);
      this.#alarm = undefined;
      this.#status.value = "live";
      this.#listener.frame(frame, true, (this.#heard - this.#began) / 1000, ago / 1000);
    }
  }

  /** A socket that died while nobody looked still seems open: it has a moment to show that it is not. */
  #prove(): void {
    if (this.#proof !== undefined) return;
    const asked = Date.now();
    this.#listener.probe();
    this.#proof = setTimeout(() => {
      this.#proof = undefined;
      if (!this.#live || this.#heard >= asked) return;
      this.#drop(false);
      this.connect();
    }, PROOF);
  }

  #check(): void {
    const now = Date.now();
    const slept = now - this.#checked > SLEPT;
    this.#checked = now;
    if (slept) {
      this.wake();
      return;
    }
    if (!this.#live) {
      if (now - this.#began > NO_FIRST_NOTICE) this.#drop(true);
      return;
    }
    const limit = this.#unanswered.size > 0 ? OVERDUE_ANSWER : SILENCE;
    if (now - this.#heard > limit) this.#drop(true);
    else if (now - this.#liveSince > STEADY) this.#attempts = 0;
  }

  /** Gives up the socket without waiting for its close event, which a dead network may hold back for minutes. */
  #drop(again: boolean): void {
    const socket = this.#socket;
    this.#released();
    try {
      socket?.close();
    } catch {
      // It is closed already.
    }
    if (again) this.#again(0);
  }

  #closed(code: number): void {
    const final = FINAL[code];
    this.#released(code === RESTARTING ? CALM_RESTART : CALM);
    if (final === undefined) this.#again(code);
    else this.#end(final);
  }

  #released(calm = CALM): void {
    clearInterval(this.#watch);
    clearTimeout(this.#proof);
    this.#proof = undefined;
    this.#socket = null;
    this.#unanswered.clear();
    if (!this.#live) return;
    this.#live = false;
    if (this.#status.value === "live") this.#status.value = "resuming";
    this.#expectSomething(calm);
    this.#listener.lost();
  }

  #end(status: Status): void {
    clearTimeout(this.#alarm);
    clearTimeout(this.#retry);
    this.#status.value = status;
  }

  #ended(): boolean {
    return ENDS.includes(this.#status.value);
  }

  #again(code: number): void {
    // A restart takes a moment, and brings everybody back at once: a wider first pause costs nobody anything.
    if (code === RESTARTING) this.#attempts = Math.max(this.#attempts, 2);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.connect(), pause(this.#attempts, this.#random()));
    this.#attempts += 1;
    if (this.#status.value === "offline") this.#listener.failed();
  }

  #expectSomething(calm = CALM): void {
    if (this.#alarm !== undefined || this.#status.value === "offline") return;
    this.#alarm = setTimeout(() => {
      this.#alarm = undefined;
      if (!this.#live && !this.#ended()) this.#status.value = "offline";
    }, calm);
  }
}

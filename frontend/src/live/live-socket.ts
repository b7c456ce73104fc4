/**
 * One websocket of a page: opens it, notices when it is dead, reconnects.
 *
 * A browser often does not report a dead connection (a closed lid, a phone in a pocket, a changed network), so silence
 * counts as loss: the server sends something at least every 15 s. What the frames mean is up to the subclasses.
 */

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Socket } from "./early-connection";

/** `resuming` is the grace period after a loss, in which the page says nothing of it. */
export type Status = "connecting" | "live" | "resuming" | "offline";

export type OpenSocket = (url: string, protocols: string[]) => Socket;

/** What differs by the kind of document at the other end. */
export interface Endpoint<Ending extends string> {
  readonly url: string;
  readonly subprotocol: string;
  /** Connections without the subprotocol are for other kinds of clients: the page never opens one. */
  readonly always?: true;
  /** The close codes after which the page does not reconnect, and the status that each leads to. */
  readonly endings: Readonly<Record<number, Ending>>;
}

export interface SocketListener {
  /** A live connection ended; the server answers nothing more that was sent on it. */
  lost(): void;
  /** An attempt to connect failed while the page is offline. */
  failed(): void;
  /** Sends something that the server answers at once: only an answer proves that the connection is alive. */
  probe(): void;
}

const SILENCE = 35_000;
/** Suspicious silence: a frame is overdue, and somebody looks at the page. */
const OVERDUE = 16_000;
/** The time (ms) for an answer after waking; without one the connection is dead. */
const PROOF = 1_000;
/** The check runs each second; one that is this late (ms) means that the computer or the page slept. */
const SLEPT = 5_000;
const NO_FIRST_NOTICE = 10_000;
/** Grace period (ms) before a lost connection is shown; longer after an announced restart. */
const GRACE = 3_000;
const GRACE_RESTART = 15_000;
/** A connection that held this long (ms) was a good one: the next pause is short again. */
const STEADY = 5_000;
const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;
const RESTARTING = 1012;

/**
 * The pause (ms) before the next attempt after failures in a row: random within the upper half of a span that doubles.
 * All pages lose the server at the same moment and must not come back at the same one; the lower half stays empty, so
 * that few attempts outlast a restart.
 */
export function pause(attempts: number, random: number): number {
  return Math.min(LONGEST_PAUSE, 2 * SHORTEST_PAUSE * 2 ** attempts) * (0.5 + random / 2);
}

export abstract class LiveSocket<Ending extends string, Listener extends SocketListener> {
  readonly status: ReadonlySignal<Status | Ending>;
  readonly #status: Signal<Status | Ending> = signal("connecting");
  readonly #endpoint: Endpoint<Ending>;
  readonly #open: OpenSocket;
  readonly #random: () => number;
  protected readonly listener: Listener;
  #socket: Socket | null = null;
  #live = false;
  #ended = false;
  #attempts = 0;
  #began = 0;
  #liveSince = 0;
  /** When the last frame arrived (ms). */
  protected heard = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #alarm: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #proof: ReturnType<typeof setTimeout> | undefined;
  #checked = 0;

  constructor(endpoint: Endpoint<Ending>, open: OpenSocket, listener: Listener, random: () => number = Math.random) {
    this.#endpoint = endpoint;
    this.#open = open;
    this.listener = listener;
    this.#random = random;
    this.status = this.#status;
  }

  get live(): boolean {
    return this.#live;
  }

  /** A frame arrived, `ago` seconds before it is handled. */
  protected abstract received(data: ArrayBuffer, ago: number): void;

  /** The server has begun to speak. Returns how many seconds that took. */
  protected opened(): number {
    this.#live = true;
    this.#liveSince = this.heard;
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
    this.#status.value = "live";
    return (this.heard - this.#began) / 1000;
  }

  /** Whether a live connection counts as dead after so long a silence (ms). */
  protected silent(silence: number): boolean {
    return silence > SILENCE;
  }

  /** Connects unless a socket is open or opening, without waiting for the pause to end. */
  connect(): void {
    if (this.#socket !== null || this.#ended) return;
    clearTimeout(this.#retry);
    let socket: Socket;
    try {
      socket = this.#open(this.#endpoint.url, this.#protocols());
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

  /** Somebody looks at the page again, or the network came back: a silent connection is no longer trusted. */
  wake(): void {
    const silent = this.#live ? Date.now() - this.heard > OVERDUE : Date.now() - this.#began > GRACE;
    if (silent) this.#drop(false);
    else if (this.#live) this.#prove();
    this.connect();
  }

  /** The page is hidden for good. An open connection would keep it out of the back/forward cache. */
  rest(): void {
    this.#drop(false);
    clearTimeout(this.#retry);
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
   * A browser drops a connection on which the server selects none of the offered subprotocols, so a newer server could
   * not even say that it is newer: every third attempt offers none and hears it.
   */
  #protocols(): string[] {
    return this.#attempts % 3 === 2 && !this.#endpoint.always ? [] : [this.#endpoint.subprotocol];
  }

  #received({ data, timeStamp }: MessageEvent): void {
    const ago = Math.max(0, performance.now() - timeStamp);
    this.heard = Date.now() - ago;
    if (data instanceof ArrayBuffer) this.received(data, ago / 1000);
  }

  /** A socket that died while the page slept still seems open: it has PROOF to show that it is alive. */
  #prove(): void {
    if (this.#proof !== undefined) return;
    const asked = Date.now();
    this.listener.probe();
    this.#proof = setTimeout(() => {
      this.#proof = undefined;
      if (!this.#live || this.heard >= asked) return;
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
    if (this.silent(now - this.heard)) this.#drop(true);
    else if (now - this.#liveSince > STEADY) this.#attempts = 0;
  }

  /** Gives up the socket without waiting for its close event, which a dead network may delay for minutes. */
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
    const ending = this.#endpoint.endings[code];
    this.#released(code === RESTARTING ? GRACE_RESTART : GRACE);
    if (ending === undefined) this.#again(code);
    else this.#end(ending);
  }

  #released(grace = GRACE): void {
    clearInterval(this.#watch);
    clearTimeout(this.#proof);
    this.#proof = undefined;
    this.#socket = null;
    if (!this.#live) return;
    this.#live = false;
    if (this.#status.value === "live") this.#status.value = "resuming";
    this.#expectSomething(grace);
    this.listener.lost();
  }

  #end(ending: Ending): void {
    clearTimeout(this.#alarm);
    clearTimeout(this.#retry);
    this.#ended = true;
    this.#status.value = ending;
  }

  #again(code: number): void {
    // A restart takes a moment and brings all pages back at once, so the first pause is wider.
    if (code === RESTARTING) this.#attempts = Math.max(this.#attempts, 2);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.connect(), pause(this.#attempts, this.#random()));
    this.#attempts += 1;
    if (this.#status.value === "offline") this.listener.failed();
  }

  #expectSomething(grace = GRACE): void {
    if (this.#alarm !== undefined || this.#status.value === "offline") return;
    this.#alarm = setTimeout(() => {
      this.#alarm = undefined;
      if (!this.#live && !this.#ended) this.#status.value = "offline";
    }, grace);
  }
}

/** One replica of the text, in one epoch: its document, its connection, and what the person typed into it. */

import * as Y from "yjs";
import { askFrame } from "../../live/frames";
import type { OpenSocket } from "../../live/live-socket";
import type { Page } from "../../live/page-events";
import type { Store } from "../../live/storage";
import { Cursors } from "./cursors";
import { fits } from "./fitting";
import { awarenessFrame, STEP_2, type TextFrame } from "./frames";
import { ARTIFACT, lostSince, lostWords } from "./insertions";
import { merged } from "./pieces";
import { SendQueue } from "./send-queue";
import { type TextEnding, TextSocket } from "./text-socket";
import { type StoredPart, storedParts, Waiting } from "./waiting";

/** Whose text it is, and what the channel takes from the browser. */
export interface TextPlace extends Page {
  readonly session: string;
  /** Who I am in `people`. */
  readonly person: string;
  /** Has the prefix `prefixOf(session, "text")`. */
  readonly store: Store;
  /** "wss://board.example", without a slash at the end. */
  readonly origin: string;
  readonly open: OpenSocket;
  /** The status of a POST; rejects without a network. `keepalive`: it has to outlive the page. */
  readonly post: (path: string, body: Uint8Array<ArrayBuffer>, keepalive: boolean) => Promise<number>;
  readonly random: () => number;
}

export interface ReplicaListener {
  /** The text is complete for the first time. `leftover`: what was stored and belongs to no text that there is. */
  synced(leftover: readonly StoredPart[]): void;
  /** The server takes no more of this replica, or what it has is older. */
  ended(why: "epoch" | "refused"): void;
  /** All that was typed is committed. */
  committed(): void;
}

/** The origins of updates that are not typed on this page. */
const REMOTE = Symbol("remote");
const TAKEN_UP = Symbol("taken up");
/** A commit may be in the server's state vector so long (ms) before its update arrives. */
const ON_ITS_WAY = 1_000;

export class TextReplica {
  readonly doc = new Y.Doc();
  readonly epoch: number;
  /** The client id of this page; Yjs may give its document another one. */
  readonly writer = this.doc.clientID;
  readonly socket: TextSocket;
  readonly cursors: Cursors;
  readonly waiting: Waiting;
  /** How much of this page a server has that was started from an older copy of its file; null for any other one. */
  #setBack: number | null = null;
  readonly #sendQueue: SendQueue;
  readonly #place: TextPlace;
  readonly #listener: ReplicaListener;
  readonly #refused: ReadonlySet<string>;
  #synced = false;
  /** What was stored when the text was asked for; all that was gone by then is in the reply. */
  #stored: readonly StoredPart[] = [];
  #recheck: ReturnType<typeof setTimeout> | undefined;
  readonly #stop: () => void;

  /** `refused`: the keys of stored parts that are not to be sent again. */
  constructor(place: TextPlace, epoch: number, refused: ReadonlySet<string>, listener: ReplicaListener) {
    this.#place = place;
    this.#listener = listener;
    this.#refused = refused;
    this.epoch = epoch;
    this.doc.getText(ARTIFACT);
    this.waiting = new Waiting(place.store, place.person, epoch, this.writer);
    const at = `/worksessions/${place.session}`;
    this.socket = new TextSocket(
      `${place.origin}${at}/text?epoch=${epoch}`,
      place.open,
      {
        frame: (frame, fresh) => this.#received(frame, fresh),
        lost: () => this.waiting.lost(),
        failed: () => undefined,
        probe: () => this.#ask(),
      },
      place.random,
    );
    this.cursors = new Cursors(
      this.writer,
      (update) => this.socket.live && this.socket.sendFrame(awarenessFrame(update)),
    );
    this.#sendQueue = new SendQueue(
      this.waiting,
      this.socket,
      (update, keepalive) => place.post(`${at}/updates?epoch=${epoch}`, update, keepalive),
      (why) => listener.ended(why),
      place.random,
    );
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === REMOTE || origin === TAKEN_UP) return;
      this.waiting.add(update);
      this.#sendQueue.typed();
    });
    this.#stop = this.socket.status.subscribe((status: TextEnding | string) => {
      if (status === "epoch" || status === "refused") listener.ended(status);
    });
  }

  get text(): string {
    return this.doc.getText(ARTIFACT).toString();
  }

  /** What was typed on this page and is not in the text `now` of the next replica. */
  lost(now: string): string {
    if (this.#setBack !== null) return lostSince(this.doc, this.writer, this.#setBack, now);
    return lostWords(this.waiting.entries, now, this.doc).get(this.writer) ?? "";
  }

  /** The page is hidden, and perhaps never shown again. */
  hide(): void {
    this.waiting.save();
    this.#sendQueue.flush();
  }

  /** The page is left. The browser may keep it for the way back. */
  rest(): void {
    this.waiting.save();
    this.#sendQueue.leave();
    this.socket.rest();
  }

  /** The document stays as it is, and may be shown until there is another one. */
  disconnect(): void {
    this.#stop();
    this.#sendQueue.close();
    this.cursors.close();
    clearTimeout(this.#recheck);
    this.socket.rest();
  }

  close(): void {
    this.disconnect();
    this.waiting.close();
    this.doc.destroy();
  }

  #received(frame: TextFrame, fresh: boolean): void {
    switch (frame.kind) {
      case "asked":
        if (fresh) this.#connected(frame.stateVector);
        else this.#compare(frame.stateVector);
        break;
      case "update":
        this.#update(frame.update, frame.whole);
        break;
      case "committed":
        this.#committed(frame.frames);
        break;
      case "awareness":
        this.cursors.received(frame.update);
    }
  }

  #connected(stateVector: Uint8Array): void {
    const has = Y.decodeStateVector(stateVector);
    if (this.#synced && this.#isOlder(has)) {
      // The two histories are never merged, although they have the same epoch.
      this.#setBack = has.get(this.writer) ?? 0;
      this.#listener.ended("refused");
      return;
    }
    this.cursors.connected();
    if (!this.#synced) this.#stored = storedParts(this.#place.store, this.#place.person);
    this.#ask();
    this.#sendQueue.flush(STEP_2);
  }

  /** Whether the server lacks something that is here and does not wait to be committed. */
  #isOlder(has: ReadonlyMap<number, number>): boolean {
    const waits = new Map<number, number>();
    for (const { update } of this.waiting.entries) {
      for (const { id } of Y.decodeUpdate(update).structs) {
        waits.set(id.client, Math.min(id.clock, waits.get(id.client) ?? id.clock));
      }
    }
    return [...this.#state()].some(([client, clock]) => (has.get(client) ?? 0) < (waits.get(client) ?? clock));
  }

  /** The server's state vector. Sends again what it lacks of this page, and asks for what does not come by itself. */
  #compare(stateVector: Uint8Array): void {
    const [has, own] = [Y.decodeStateVector(stateVector), this.#state()];
    if ((has.get(this.writer) ?? 0) < (own.get(this.writer) ?? 0)) this.#sendQueue.repeat();
    clearTimeout(this.#recheck);
    this.#recheck = setTimeout(() => {
      const now = this.#state();
      if ([...has].some(([client, clock]) => (now.get(client) ?? 0) < clock)) this.#ask();
    }, ON_ITS_WAY);
  }

  #update(update: Uint8Array, whole: boolean): void {
    // Nothing can be placed before the whole text is here, and the reply contains it.
    if (!this.#synced && !whole) return;
    try {
      Y.applyUpdate(this.doc, update, REMOTE);
    } catch {
      // A half-applied update cannot be taken back.
      this.#listener.ended("refused");
      return;
    }
    if (!this.#synced) this.#complete();
    // Yjs silently queues an update whose predecessors are missing. On one ordered connection, that means a loss.
    else if (!whole && this.doc.store.pendingStructs !== null) this.#ask();
  }

  #complete(): void {
    this.#synced = true;
    const parts = this.#stored.filter(({ epoch, key }) => epoch === this.epoch && !this.#refused.has(key));
    const fitting = parts.length > 0 && fits(merged(parts), this.#state()) ? parts : [];
    for (const part of fitting) {
      this.waiting.takeUp(part);
      Y.applyUpdate(this.doc, part.update, TAKEN_UP);
    }
    this.#listener.synced(this.#stored.filter((part) => !fitting.includes(part)));
    this.#stored = [];
    this.#sendQueue.flush(STEP_2);
  }

  /** A frame that never arrived is not counted, so until all are, nobody knows which of them the count means. */
  #committed(frames: number): void {
    this.waiting.confirm(frames);
    if (this.socket.unconfirmed > 0) return;
    this.waiting.release(this.waiting.entries.filter(({ frame }) => frame > 0));
    if (this.waiting.entries.length === 0) this.#listener.committed();
  }

  #ask(): void {
    this.socket.sendFrame(askFrame(Y.encodeStateVector(this.doc)));
  }

  #state(): Map<number, number> {
    return Y.decodeStateVector(Y.encodeStateVector(this.doc));
  }
}

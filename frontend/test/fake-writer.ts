/** People who write into the text of a session: tabs of a browser, with what they keep. */

import { type Signal, signal } from "@preact/signals";
import type * as Y from "yjs";
import { prefixOf } from "../src/browser-storage";
import { Store } from "../src/live/storage";
import { ARTIFACT } from "../src/session/text/insertions";
import { TextChannel } from "../src/session/text/text-channel";
import { Disk } from "./fake-browser";
import type { TextServer } from "./fake-text-server";

/** A tab in which a person writes. */
export interface Writer {
  readonly channel: TextChannel;
  readonly epoch: Signal<number>;
  readonly disk: Disk;
  readonly window: EventTarget;
  readonly page: EventTarget & { visibilityState: DocumentVisibilityState };
  readonly text: string;
  /** The text to edit. */
  shared(): Y.Text;
  /** Types at a place, at the end if none is given. */
  type(text: string, at?: number): void;
  remove(at: number, length: number): void;
  /** The tab is closed, so that it hears of it. */
  leave(): void;
  /** The tab is gone without having heard of it. */
  crash(): void;
}

export function aWriter(server: TextServer, person = "ana", disk = new Disk()): Writer {
  const window = new EventTarget();
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
  const epoch = signal(server.epoch);
  let alive = true;
  const area = disk.seenFrom(window);
  // A tab that is gone writes nothing any more.
  const storage: Storage = {
    get length() {
      return area.length;
    },
    key: (at) => area.key(at),
    getItem: (key) => area.getItem(key),
    setItem: (key, value) => alive && area.setItem(key, value),
    removeItem: (key) => alive && area.removeItem(key),
    clear: () => undefined,
  };
  const place = {
    session: "s",
    person,
    store: new Store(storage, prefixOf("s", "text"), window),
    origin: "wss://board.test",
    open: server.as(person),
    post: (path: string, body: Uint8Array, keepalive: boolean) =>
      alive ? server.post(path, body, keepalive) : Promise.reject(new TypeError("gone")),
    random: () => 0.5,
    window,
    page,
  };
  const channel = new TextChannel(place, epoch);
  channel.connect();
  const shared = (): Y.Text => {
    const doc = channel.doc.peek();
    if (doc === null) throw new Error("no text yet");
    return doc.getText(ARTIFACT);
  };
  const gone = (): void => {
    alive = false;
    channel.close();
  };
  return {
    channel,
    epoch,
    disk,
    window,
    page,
    shared,
    get text() {
      return shared().toString();
    },
    type: (text, at) => shared().insert(at ?? shared().length, text),
    remove: (at, length) => shared().delete(at, length),
    leave() {
      window.dispatchEvent(new Event("pagehide"));
      gone();
    },
    crash: gone,
  };
}

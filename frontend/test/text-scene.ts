/** The writers of one text, for tests of its channel: a server of its own for each test, and time that they move. */

import { afterEach, beforeEach, vi } from "vitest";
import { Disk } from "./fake-browser";
import { TextServer } from "./fake-text-server";
import { aWriter, type Writer } from "./fake-writer";

export interface Scene {
  server: TextServer;
  /** Somebody opens the text in a browser, whose storage is `disk`. */
  readonly comes: (person: string, disk: Disk) => Writer;
  /** The same, and waits until the text is there. */
  readonly opened: (person?: string, disk?: Disk) => Promise<Writer>;
}

/** Lets time pass. */
export function tick(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

/** Call it once in a file. */
export function aScene(): Scene {
  let writers: Writer[] = [];
  const scene = {
    server: new TextServer(),
    comes: (person: string, disk: Disk) => {
      const writer = aWriter(scene.server, person, disk);
      writers.push(writer);
      return writer;
    },
    opened: async (person = "ana", disk = new Disk()) => {
      const writer = scene.comes(person, disk);
      await tick(100);
      return writer;
    },
  };
  beforeEach(() => {
    vi.useFakeTimers();
    scene.server = new TextServer();
    writers = [];
  });
  afterEach(() => {
    for (const { channel } of writers) channel.close();
    vi.useRealTimers();
  });
  return scene;
}

/** Pages that write, lose frames and connections, crash, reload and leave, at random: no text differs, no word is lost. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Disk } from "../../../test/fake-browser";
import { TextServer } from "../../../test/fake-text-server";
import { aWriter, type Writer } from "../../../test/fake-writer";

const RUNS = 8;
const STEPS = 120;
/** The page stores what waits after 300 ms. */
const STORED_AFTER = 310;

let server: TextServer;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Random numbers that are the same in each run of a test: mulberry32. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const times = (word: string, text: string): number => text.split(word).length - 1;

/** A tab of a person's browser that is opened again whenever it is gone. */
class Seat {
  writer: Writer;
  readonly #person: string;
  readonly #disk: Disk;
  /** What this page did with a word, and when; it has not said yet that it is saved. */
  #deeds: { readonly word: string; readonly removes: boolean; readonly at: number }[] = [];
  /** The words that have to be there in the end, and those that must not be, unless somebody removed them. */
  readonly owed = new Set<string>();
  readonly gone = new Set<string>();

  constructor(person: string, disk: Disk) {
    this.#person = person;
    this.#disk = disk;
    this.writer = aWriter(server, person, disk);
  }

  type(word: string, at: number): void {
    this.writer.type(word, at);
    this.#deeds.push({ word, removes: false, at: Date.now() });
  }

  remove(word: string): void {
    this.writer.remove(this.writer.text.indexOf(word), word.length);
    this.#deeds.push({ word, removes: true, at: Date.now() });
  }

  /** What the page shows as saved is owed. */
  look(): void {
    if (this.writer.channel.status.value.kind === "saved") this.#owe(0);
  }

  /** What the page had the time to store is owed. */
  crash(): void {
    this.#owe(STORED_AFTER);
    this.writer.crash();
    this.#reopen();
  }

  leave(): void {
    this.#owe(0);
    this.writer.leave();
    this.#reopen();
  }

  #owe(age: number): void {
    const old = this.#deeds.filter(({ at }) => at + age <= Date.now());
    for (const { word, removes } of old) (removes ? this.gone : this.owed).add(word);
    this.#deeds = this.#deeds.filter((one) => !old.includes(one));
  }

  #reopen(): void {
    this.#deeds = [];
    this.writer = aWriter(server, this.#person, this.#disk);
  }
}

interface Played {
  readonly seats: readonly Seat[];
  /** The text in the end, and all blocks to copy. */
  readonly shown: string;
  /** The words that somebody removed at some time. */
  readonly removed: ReadonlySet<string>;
}

async function play(seed: number, epochs: boolean): Promise<Played> {
  const roll = dice(seed);
  server = new TextServer();
  const removed = new Set<string>();
  const shared = new Disk();
  const seats = [
    new Seat("ana", shared),
    new Seat("ana", shared),
    new Seat("ben", new Disk()),
    new Seat("cleo", new Disk()),
  ];
  const tick = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  await tick(100);
  for (let step = 0; step < STEPS; step += 1) {
    const seat = seats[roll(seats.length)] as Seat;
    const { writer } = seat;
    const ready = writer.channel.doc.peek() !== null;
    const deed = roll(20);
    if (deed < 10 && ready) {
      // Between two words, so that none is divided.
      const at = writer.text.indexOf("<", roll(writer.text.length + 1));
      seat.type(`<${seed}.${step}>`, at < 0 ? writer.text.length : at);
    } else if (deed === 10 && ready) {
      const words = writer.text.match(/<[\d.]+>/g) ?? [];
      const word = words[roll(words.length)];
      if (word !== undefined) {
        removed.add(word);
        seat.remove(word);
      }
    } else if (deed === 11) server.cut([1006, 1011, 1012][roll(3)], server.open[roll(server.open.length)]);
    else if (deed === 12) server.down = roll(2) === 0;
    else if (deed === 13) server.silent = roll(2) === 0;
    else if (deed === 14) {
      const rate = roll(3);
      server.loses = () => roll(10) < rate;
    } else if (deed === 15) seat.crash();
    else if (deed === 16) seat.leave();
    else if (deed === 17 && epochs && roll(2) === 0) {
      server.renew(server.text);
      for (const { writer: one } of seats) one.epoch.value = server.epoch;
    } else if (deed === 18 && epochs) server.cut(4414, server.open[roll(server.open.length)]);
    await tick(roll(3) === 0 ? roll(8_000) : roll(200));
    for (const one of seats) one.look();
  }
  server.down = false;
  server.silent = false;
  server.loses = () => false;
  await tick(120_000);
  for (const one of seats) one.look();
  const shown = `${server.text}${seats.map(({ writer }) => writer.channel.ownWords.value ?? "").join("")}`;
  expect(seats.map(({ writer }) => writer.channel.status.value.kind)).toEqual(seats.map(() => "saved"));
  for (const { writer } of seats) expect(writer.text).toBe(server.text);
  for (const { writer } of seats) writer.channel.close();
  return { seats, shown, removed };
}

test("after drops, crashes and reconnects all have the same text, with all that was shown as saved, once", async () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const { seats, shown, removed } = await play(seed, false);
    for (const { owed, gone } of seats) {
      for (const word of owed)
        if (!removed.has(word)) expect([seed, word, times(word, shown)]).toEqual([seed, word, 1]);
      for (const word of gone) expect([seed, word, times(word, shown)]).toEqual([seed, word, 0]);
    }
    for (const { writer } of seats) expect(writer.channel.ownWords.value).toBeNull();
  }
});

test("with other epochs and refusals as well, each word is in the text or in a block to copy", async () => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const { seats, shown, removed } = await play(1_000 + seed, true);
    for (const { owed } of seats) {
      for (const word of owed)
        if (!removed.has(word)) expect([seed, word, shown]).toEqual([seed, word, expect.stringContaining(word)]);
    }
  }
});

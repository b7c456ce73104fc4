/** The order of a ballot: another one in every browser, so that no option profits from standing first. */

import { type Signal, signal } from "@preact/signals";
import { ofRole, readStored, type Slot, writeStored } from "../../../browser-storage";
import { random } from "../../../live/random";
import type { BallotPaper, Option } from "../../../protocol.generated";
import type { Board } from "../../engine/boot";
import { perBoard } from "../../engine/per-board";

/** The seed of each round, also for a browser that stores nothing. */
const seedsOf = perBoard((board) => {
  const seeds = new Map<number, Signal<number>>();
  // The vote opens in all tabs at once: two may each have drawn a seed. What stands in the end is read, not what the event tells.
  addEventListener("storage", ({ key }) => {
    for (const [round, seed] of seeds) {
      const slot = slotOf(board, round);
      if (slot.key === key) seed.value = stored(slot) ?? seed.value;
    }
  });
  return seeds;
});

/** The options of a round in the order of this browser; the same again after a reload and in every tab. */
export function inOwnOrder(board: Board, { round, options }: BallotPaper): Option[] {
  const seeds = seedsOf(board);
  const seed = seeds.get(round) ?? signal(kept(slotOf(board, round)));
  seeds.set(round, seed);
  return shuffledBy(seed.value, options);
}

function slotOf(board: Board, round: number): Slot {
  return ofRole(board.boot.board, "participate", `order/${round}`);
}

function stored(slot: Slot): number | null {
  const before = readStored(slot);
  return typeof before === "number" && Number.isSafeInteger(before) ? before : null;
}

function kept(slot: Slot): number {
  const before = stored(slot);
  if (before !== null) return before;
  const seed = new DataView(random(4).buffer).getUint32(0);
  writeStored(slot, seed);
  return seed;
}

/** One of all orders, the same for the same seed. */
export function shuffledBy<T>(seed: number, things: readonly T[]): T[] {
  const order = [...things];
  let state = seed;
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (state + 0x9e3779b9) | 0;
    const other = Math.floor(unit(state) * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** A number from 0 up to 1, as good as random for each state: the mix of SplitMix32. */
function unit(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

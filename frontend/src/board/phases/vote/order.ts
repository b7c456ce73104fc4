/** The order of a ballot: another one in every browser, so that no option profits from standing first. */

import { ofRole, readStored, writeStored } from "../../../browser-storage";
import { random } from "../../../live/random";
import type { BallotPaper, Option } from "../../../protocol.generated";
import type { Board } from "../../engine/boot";
import { perBoard } from "../../engine/per-board";

/** The order of each round, for a browser that stores nothing. */
const seedsOf = perBoard(() => new Map<number, number>());

/** The options of a round in the order of this browser; the same again after a reload. */
export function inOwnOrder(board: Board, { round, options }: BallotPaper): Option[] {
  const seeds = seedsOf(board);
  const seed = seeds.get(round) ?? kept(board.boot.board, round);
  seeds.set(round, seed);
  return shuffledBy(seed, options);
}

function kept(board: string, round: number): number {
  const slot = ofRole(board, "participate", `order/${round}`);
  const before = readStored(slot);
  if (typeof before === "number" && Number.isSafeInteger(before)) return before;
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

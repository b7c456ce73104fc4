/** The player of the count, loaded ahead: a page that does not have it in time shows the end at once. */

import { whenIdle } from "../../../kit/page/slices";

type Player = typeof import("./player");

let player: Player | null = null;

async function load(): Promise<Player> {
  player = await import("./player");
  return player;
}

/** While people vote there is time to load it. */
export async function prepare(): Promise<void> {
  await whenIdle();
  // Without it the count is only not played.
  await load().catch(() => {});
}

/** Plays at once, if it is here. Returns how to end it. */
export function playNow(table: HTMLElement): () => void {
  return player?.play(table) ?? (() => {});
}

/** Plays as soon as it is here. */
export async function playAgain(table: HTMLElement): Promise<void> {
  const { play } = await load();
  play(table);
}

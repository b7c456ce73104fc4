/** Pairs of ideas that may say the same, as the facilitator works through them. */

import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { ofRole, readStored, writeStored } from "../../../../browser-storage";
import { succeeded, toast } from "../../../../kit/feedback";
import { whenIdle } from "../../../../kit/page/slices";
import { newId } from "../../../../live/random";
import { say } from "../../../../words/say";
import { keepAsMine } from "../../../actions/my-merges";
import type { Board } from "../../../engine/boot";
import { perBoard } from "../../../engine/per-board";
import { useBoard } from "../../../engine/use-board";
import type { Readable } from "../reading";
import { alikePairs, MOST_PAIRS, type Pair } from "./alike";

export interface LikePair {
  readonly key: string;
  readonly one: Readable;
  readonly other: Readable;
}

/** How many more pairs the rule finds than are shown at once, since some are settled by now. */
const LOOKED_FOR = 200;

export class LookAlikes {
  /** Those that nobody settled yet, the likeliest first. */
  readonly pairs: ReadonlySignal<readonly LikePair[]>;
  /** The pair that is open here. */
  readonly at: Signal<number> = signal(0);
  readonly #board: Board;
  readonly #found: Signal<readonly Pair[]> = signal([]);
  readonly #different: Signal<ReadonlySet<string>>;

  constructor(board: Board) {
    const { state } = board;
    this.#board = board;
    this.#different = signal(new Set(stored(board.boot.board)));
    const readable = computed(() => state.ideas.value.filter(({ text, number }) => text !== null && number !== null));
    this.pairs = computed(() => {
      const known = new Map((readable.value as readonly Readable[]).map((idea) => [idea.id, idea]));
      const open = this.#found.value.flatMap(({ one: a, other: b }): LikePair[] => {
        const [one, other, key] = [known.get(a), known.get(b), keyOf(a, b)];
        if (!one || !other || this.#different.value.has(key)) return [];
        return one.cluster !== null && one.cluster === other.cluster ? [] : [{ key, one, other }];
      });
      return open.slice(0, MOST_PAIRS);
    });
    let wanted = 0;
    let before = "";
    effect(() => {
      const texts = readable.value.map(({ id, text }) => ({ id, text: text ?? "" }));
      const now = JSON.stringify(texts);
      if (now === before) return;
      before = now;
      wanted += 1;
      const mine = wanted;
      // Comparing takes a moment, and more ideas may be on their way.
      void whenIdle().then(() => {
        if (mine === wanted) this.#found.value = alikePairs(texts, LOOKED_FOR);
      });
    });
  }

  /** The pair that is open, and how many there are. */
  now(): { pair: LikePair | undefined; at: number; count: number } {
    const count = this.pairs.value.length;
    const at = Math.min(this.at.value, Math.max(0, count - 1));
    return { pair: this.pairs.value[at], at, count };
  }

  /** They become one group; whichever of them lies in one already brings that group along. */
  async join({ one, other }: LikePair): Promise<void> {
    const { boot, commands, undo } = this.#board;
    const there = one.cluster ?? other.cluster;
    const into = there ?? newId();
    const from = [one.cluster ?? one.id, other.cluster ?? other.id].filter((id) => id !== into);
    const numbers = { one: String(one.number), other: String(other.number) };
    if (!succeeded(await commands.merge(from, into))) return;
    keepAsMine(boot.board, there === null ? into : (from[0] ?? into));
    toast(say("read-joined", numbers), { label: say("board-undo"), run: () => void undo.undo().then(succeeded) });
  }

  /** Remembered in this browser: the pair does not come back. */
  keepApart({ key }: LikePair): void {
    this.#different.value = new Set([...this.#different.peek(), key]);
    writeStored(ofRole(this.#board.boot.board, "facilitate", "different"), [...this.#different.peek()]);
  }
}

function keyOf(one: string, other: string): string {
  return [one, other].sort().join(" ");
}

function stored(board: string): string[] {
  const found = readStored(ofRole(board, "facilitate", "different"));
  return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
}

const lookAlikesOf = perBoard((board) => new LookAlikes(board));

export function useLookAlikes(): LookAlikes {
  return lookAlikesOf(useBoard());
}

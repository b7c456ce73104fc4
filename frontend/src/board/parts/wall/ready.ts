import { say } from "../../../words/say";
import type { BoardState } from "../../engine/state";

/** How many said that they are ready, as a sentence after a blank; nothing while too few people are here to be counted. */
export function readySentence(state: BoardState, key: "screen-have-read" | "screen-have-grouped"): string {
  const { here, ready } = state.counts.value;
  return ready === null || ready === 0 ? "" : ` ${say(key, { ready, all: Math.max(here, ready) })}`;
}

/** The number of ideas and of people: every count of a page is derived here. */

import { computed, type ReadonlySignal } from "@preact/signals";
import type { Counts } from "../../../protocol.generated";
import type { Idea } from "./lists";

/** Hidden ideas keep their number and their place, but no count includes them, because nobody can read them. */
export interface IdeaCount {
  readonly shown: number;
  readonly hidden: number;
}

/** Counts ideas; those that have left the board count as neither. */
export function countOf(ideas: Iterable<Idea | undefined>): IdeaCount {
  let [shown, hidden] = [0, 0];
  for (const idea of ideas) {
    if (idea === undefined) continue;
    if (idea.text === null) hidden += 1;
    else shown += 1;
  }
  return { shown, hidden };
}

/** A count that stays the same object while its numbers do: a card that moves elsewhere renders no view of it again. */
export function counting(ideas: () => Iterable<Idea | undefined>): ReadonlySignal<IdeaCount> {
  let last: IdeaCount = { shown: 0, hidden: 0 };
  return computed(() => {
    const now = countOf(ideas());
    if (now.shown !== last.shown || now.hidden !== last.hidden) last = now;
    return last;
  });
}

/** What a reveal would bring: nothing new when all ideas were revealed before. */
export function toReveal(counts: Counts, ideas: readonly Idea[]): { readonly fresh: number; readonly before: boolean } {
  const revealed = ideas.filter((idea) => idea.number !== null);
  // The server counts what can be read or is still to be revealed; a revealed idea that was hidden since is neither.
  return { fresh: Math.max(0, counts.ideas - countOf(revealed).shown), before: revealed.length > 0 };
}

/** Whether people write now, nobody came yet, or everybody left and what they wrote stays. */
export function writers({ here, ideas, wrote }: Counts): "writing" | "awaited" | "gone" {
  if (here > 0) return "writing";
  return ideas > 0 || (wrote ?? 0) > 0 ? "gone" : "awaited";
}

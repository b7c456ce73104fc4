/**
 * Changes of own ideas that the server has stored and the others do not see yet. It lets them into the document seconds
 * later, at random, so that nobody can tell which changes one person made. Until then the author sees their own copy.
 */

import { computed, effect, type ReadonlySignal } from "@preact/signals";
import type { Roots } from "../document/document";

/** What of an idea is not in the document yet. */
export interface Waiting {
  readonly text?: string;
  /** "" when the signature was removed. */
  readonly name?: string;
  readonly withdrawn?: true;
}

export type AllWaiting = ReadonlyMap<string, Waiting>;

/** What the document shows of ideas. */
export interface Shown {
  readonly ideas: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, unknown>;
  readonly places: ReadonlyMap<string, unknown>;
  readonly signatures: ReadonlyMap<string, string>;
}

/** Longer than the server keeps a change back, with room for a slow line (ms). */
export const LONGEST_WAIT = 20_000;

/** What still waits now that the document shows this; undefined when nothing does. */
export function stillWaiting(id: string, waiting: Waiting, shown: Shown): Waiting | undefined {
  if (waiting.withdrawn) {
    return shown.ideas.has(id) || shown.numbers.has(id) || shown.places.has(id) ? waiting : undefined;
  }
  const { text, name } = waiting;
  const textWaits = text !== undefined && shown.ideas.get(id) !== text;
  const nameWaits = name !== undefined && (shown.signatures.get(id) ?? "") !== name;
  if (!textWaits && !nameWaits) return undefined;
  // The same object while nothing came: this is asked again whenever what waits changes.
  if (text !== undefined && !textWaits) return { name };
  return name !== undefined && !nameWaits ? { text } : waiting;
}

/** The roots as the author sees them. What the facilitator hid stays hidden, and nothing is added to the document. */
export function withWaiting(roots: Roots, waiting: ReadonlySignal<AllWaiting>): Roots {
  const gone = <T>(change: Waiting, value: T): T | undefined => (change.withdrawn ? undefined : value);
  return {
    ...roots,
    ideas: computed(() =>
      overlaid(roots.ideas.value, waiting.value, (change, text) =>
        text === undefined ? undefined : gone(change, change.text ?? text),
      ),
    ),
    numbers: computed(() => overlaid(roots.numbers.value, waiting.value, gone)),
    places: computed(() => overlaid(roots.places.value, waiting.value, gone)),
    signatures: computed(() =>
      overlaid(roots.signatures.value, waiting.value, (change, name) => gone(change, change.name ?? name) || undefined),
    ),
  };
}

/** Drops changes that the document has not shown in time: after an older file was put back it never will. */
export function dropOverdue(
  waiting: ReadonlySignal<AllWaiting>,
  live: ReadonlySignal<boolean>,
  drop: (overdue: AllWaiting) => void,
): () => void {
  return effect(() => {
    const overdue = waiting.value;
    if (overdue.size === 0 || !live.value) return;
    const alarm = setTimeout(() => drop(overdue), LONGEST_WAIT);
    return () => clearTimeout(alarm);
  });
}

function overlaid<T>(
  shown: ReadonlyMap<string, T>,
  waiting: AllWaiting,
  seen: (change: Waiting, value: T | undefined) => T | undefined,
): ReadonlyMap<string, T> {
  let next: Map<string, T> | null = null;
  for (const [id, change] of waiting) {
    const before = shown.get(id);
    const now = seen(change, before);
    if (now === before) continue;
    next ??= new Map(shown);
    if (now === undefined) next.delete(id);
    else next.set(id, now);
  }
  return next ?? shown;
}

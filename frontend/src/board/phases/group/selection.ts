/** Which cards are selected. A range runs from the card pressed last to this one, in the order in which they stand. */

export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** The card a range starts from. */
  readonly anchor: string | null;
}

export const NOTHING: Selection = { chosen: new Set(), anchor: null };

export function toggled({ chosen }: Selection, idea: string): Selection {
  const next = new Set(chosen);
  if (!next.delete(idea)) next.add(idea);
  return { chosen: next, anchor: idea };
}

/** Adds everything between the anchor and `idea`; `order` is what stands on the page, from first to last. */
export function extended({ chosen, anchor }: Selection, idea: string, order: readonly string[]): Selection {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(idea);
  if (from < 0 || to < 0) return { chosen: new Set(chosen).add(idea), anchor: idea };
  const next = new Set(chosen);
  for (const between of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between);
  return { chosen: next, anchor };
}

/** Forgets cards that are gone from the board. */
export function pruned(selection: Selection, there: (idea: string) => boolean): Selection {
  const kept = [...selection.chosen].filter(there);
  if (kept.length === selection.chosen.size) return selection;
  return {
    chosen: new Set(kept),
    anchor: selection.anchor !== null && there(selection.anchor) ? selection.anchor : null,
  };
}

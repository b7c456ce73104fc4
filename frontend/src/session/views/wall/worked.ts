/** Which heading of the text the big screen shows. */

import type { Condition, Item, Person } from "../../../worksession.generated";

/** What it follows from. */
export interface Work {
  readonly people: Iterable<Person>;
  /** The item that runs. */
  readonly item: Pick<Item, "title"> | undefined;
  /** In their order. */
  readonly conditions: readonly Condition[];
}

/**
 * The heading that most people took; else that of the running item, then that of the first condition that is not met,
 * then the first. Null for a text without headings.
 */
export function worked(headings: readonly string[], { people, item, conditions }: Work): string | null {
  const there = new Map(headings.map((heading) => [heading, 0]));
  for (const { taken, removed } of people) {
    if (taken !== null && !removed && there.has(taken)) there.set(taken, (there.get(taken) ?? 0) + 1);
  }
  const most = Math.max(0, ...there.values());
  if (most > 0) return headings.find((heading) => there.get(heading) === most) ?? null;
  if (item && there.has(item.title)) return item.title;
  return conditions.find(({ met, text }) => !met && there.has(text))?.text ?? headings[0] ?? null;
}

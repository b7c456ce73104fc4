/** The places of the text: its headings, which conditions they belong to, and who is at them. */

import type { Condition, Heading, Person } from "../../../../worksession.generated";

/** Somebody of the session with the id. */
export type Somebody = Person & { readonly id: string };

/** A heading, and the people at it. */
export interface Place {
  readonly heading: string;
  readonly people: readonly Somebody[];
}

/** A line of "Done when" with its own heading and those under it. */
export interface Part {
  readonly id: string;
  readonly condition: Condition;
  /** null: the text has no heading of these words */
  readonly own: Place | null;
  /** Which of the headings of these words is its own, from 0. */
  readonly nth: number;
  readonly under: readonly Place[];
}

const oneLine = (text: string): string => text.split(/\s+/).filter(Boolean).join(" ");

/** The people of the session in order of arrival, without removed ones. */
export function members(people: ReadonlyMap<string, Person>): Somebody[] {
  return [...people].filter(([, { removed }]) => !removed).map(([id, person]) => ({ id, ...person }));
}

/** "Done when" in its order with headings and people, and the headings that belong to no condition. */
export function parts(
  conditions: ReadonlyMap<string, Condition>,
  all: readonly Heading[],
  people: readonly Somebody[],
): { readonly parts: readonly Part[]; readonly others: readonly Place[] } {
  const at = (heading: string): Place => ({ heading, people: people.filter(({ taken }) => taken === heading) });
  const known = new Set<number>();
  const sorted = [...conditions].sort(([a, one], [b, other]) =>
    one.rank === other.rank ? (a < b ? -1 : 1) : one.rank < other.rank ? -1 : 1,
  );
  const lines = sorted.map(([id, condition]) => {
    const words = oneLine(condition.text);
    const own = all.findIndex((heading, n) => heading.words === words && !known.has(n));
    if (own < 0) return { id, condition, own: null, nth: 0, under: [] };
    known.add(own);
    const under: Place[] = [];
    const level = all[own]?.level ?? 1;
    for (let n = own + 1; n < all.length; n += 1) {
      const next = all[n];
      if (!next || next.level <= level) break;
      known.add(n);
      under.push(at(next.words));
    }
    const nth = all.slice(0, own).filter((heading) => heading.words === words).length;
    return { id, condition, own: at(words), nth, under };
  });
  // Nobody works at the title of the text.
  const others = all.filter((heading, n) => !known.has(n) && !(n === 0 && heading.level === 1));
  return { parts: lines, others: others.map(({ words }) => at(words)) };
}

/** Whether all of these headings were given: by what will exist, and when it is done. */
export function areGiven(all: readonly Heading[], given: readonly string[]): boolean {
  const own = new Set(given.map(oneLine));
  return all.every(({ words }) => own.has(words));
}

/** Headings that nobody is at. */
export function free(all: readonly Heading[], people: readonly Somebody[]): string[] {
  const taken = new Set(people.map((person) => person.taken));
  return all
    .filter((heading, n) => !(n === 0 && heading.level === 1) && !taken.has(heading.words))
    .map(({ words }) => words);
}

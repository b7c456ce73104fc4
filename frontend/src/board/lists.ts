/** Ideas and clusters as the views want them: whole objects in display order that stay the same while nothing changes. */

import { computed, type ReadonlySignal } from "@preact/signals";
import { byRank, compare } from "./document";
import type { Roots } from "./roots";
import type { ClusterEntry, MergeEntry } from "./types";

/** An idea on the board. The same object as long as nothing about it changes. */
export interface Idea {
  readonly id: string;
  /** null until the reveal gives it one. */
  readonly number: number | null;
  /** null: the facilitator hid it; number and place stay. */
  readonly text: string | null;
  readonly signature: string | null;
  readonly cluster: string | null;
  readonly rank: string;
}

/** A cluster with its ideas in display order. The same object as long as nothing in it changes. */
export interface Cluster extends ClusterEntry {
  readonly id: string;
  readonly ideas: readonly Idea[];
}

export interface Merge extends MergeEntry {
  readonly id: string;
}

export interface Lists {
  readonly byId: ReadonlySignal<ReadonlyMap<string, Idea>>;
  readonly ideas: ReadonlySignal<readonly Idea[]>;
  readonly clusters: ReadonlySignal<readonly Cluster[]>;
  readonly loose: ReadonlySignal<readonly Idea[]>;
  readonly merges: ReadonlySignal<readonly Merge[]>;
  idea(id: string): ReadonlySignal<Idea | undefined>;
  cluster(id: string): ReadonlySignal<Cluster | undefined>;
}

const NOWHERE = { cluster: null, rank: "" };

export function lists(roots: Roots): Lists {
  const byId = remembering<ReadonlyMap<string, Idea>>((before) => gathered(roots, before ?? new Map()));
  const ideas = remembering<readonly Idea[]>((before) => keptList(before, [...byId.value.values()].sort(byNumber)));
  const members = remembering<ReadonlyMap<string | null, readonly Idea[]>>((before) => {
    const groups = new Map<string | null, Idea[]>();
    for (const idea of byId.value.values()) {
      const group = groups.get(idea.cluster);
      if (group === undefined) groups.set(idea.cluster, [idea]);
      else group.push(idea);
    }
    for (const group of groups.values()) group.sort(byRank);
    return new Map([...groups].map(([key, group]) => [key, keptList(before?.get(key), group)]));
  });
  const clustersById = remembering<ReadonlyMap<string, Cluster>>((before) => {
    const all = [...roots.clusters.value].map(([id, entry]): [string, Cluster] => {
      const cluster = { id, ...entry, ideas: members.value.get(id) ?? NOBODY };
      return [id, keptObject(before?.get(id), cluster)];
    });
    return new Map(all);
  });
  const clusters = remembering<readonly Cluster[]>((before) =>
    keptList(before, [...clustersById.value.values()].sort(byRank)),
  );
  const merges = remembering<readonly Merge[]>((before) => {
    const former = new Map(before?.map((merge) => [merge.id, merge]));
    const all = [...roots.merges.value].map(([id, entry]) => keptObject(former.get(id), { id, ...entry }));
    return all.sort((a, b) => compare(a.id, b.id));
  });
  return {
    byId,
    ideas,
    clusters,
    loose: computed(() => members.value.get(null) ?? NOBODY),
    merges,
    idea: perId((id) => byId.value.get(id)),
    cluster: perId((id) => clustersById.value.get(id)),
  };
}

const NOBODY: readonly Idea[] = [];

/** Every idea that has a text, a number or a place; one in a cluster that is gone lies in none. */
function gathered(roots: Roots, before: ReadonlyMap<string, Idea>): ReadonlyMap<string, Idea> {
  const texts = roots.ideas.value;
  const numbers = roots.numbers.value;
  const places = roots.places.value;
  const signatures = roots.signatures.value;
  const clusters = roots.clusters.value;
  const next = new Map<string, Idea>();
  let same = true;
  for (const id of new Set([...texts.keys(), ...numbers.keys(), ...places.keys()])) {
    const { cluster, rank } = places.get(id) ?? NOWHERE;
    const old = before.get(id);
    const idea = keptObject(old, {
      id,
      number: numbers.get(id) ?? null,
      text: texts.get(id) ?? null,
      signature: signatures.get(id) ?? null,
      cluster: cluster !== null && clusters.has(cluster) ? cluster : null,
      rank,
    });
    if (idea !== old) same = false;
    next.set(id, idea);
  }
  return same && next.size === before.size ? before : next;
}

/** By number; those without one last, and by nothing that would say who came first. */
function byNumber(a: Idea, b: Idea): number {
  const apart = (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY);
  return apart || compare(a.id, b.id);
}

/** A computed signal that is told what it said last. */
function remembering<T>(compute: (before: T | undefined) => T): ReadonlySignal<T> {
  let last: T | undefined;
  return computed(() => {
    last = compute(last);
    return last;
  });
}

function perId<T>(find: (id: string) => T): (id: string) => ReadonlySignal<T> {
  const made = new Map<string, ReadonlySignal<T>>();
  return (id) => {
    const known = made.get(id) ?? computed(() => find(id));
    made.set(id, known);
    return known;
  };
}

function keptObject<T extends object>(before: T | undefined, now: T): T {
  if (before === undefined) return now;
  return Object.keys(now).every((key) => now[key as keyof T] === before[key as keyof T]) ? before : now;
}

function keptList<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return before?.length === now.length && before.every((one, at) => one === now[at]) ? before : now;
}

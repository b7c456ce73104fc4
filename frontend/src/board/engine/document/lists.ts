/** Ideas and clusters as the views want them: whole objects in display order that stay the same while nothing changes. */

import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { changed, changedMap } from "../../../live/roots";
import type { ClusterEntry, MergeEntry } from "../../../protocol.generated";
import type { Roots } from "./document";
import { byRank, compare, type Shapes } from "./document";

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
  /** Oldest first, as the document has them: one server writes all of it. */
  readonly merges: ReadonlySignal<readonly Merge[]>;
  idea(id: string): ReadonlySignal<Idea | undefined>;
  cluster(id: string): ReadonlySignal<Cluster | undefined>;
}

const NOWHERE = { cluster: null, rank: "" };

export function lists(roots: Roots): Lists {
  const byId = gatherer(roots);
  const ideas = inOrder(byId);
  const members = grouper(byId);
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
    return [...roots.merges.value].map(([id, entry]) => keptObject(former.get(id), { id, ...entry }));
  });
  return {
    byId,
    ideas,
    clusters,
    loose: computed(() => members.value.get(null) ?? NOBODY),
    merges,
    idea: perId(byId),
    cluster: perId(clustersById),
  };
}

const NOBODY: readonly Idea[] = [];

/** Every idea that has a text, a number or a place; one in a cluster that is gone lies in none. */
function gatherer(roots: Roots): ReadonlySignal<ReadonlyMap<string, Idea>> {
  let former: Entries | null = null;
  return remembering<ReadonlyMap<string, Idea>>((before = new Map()) => {
    const now = Object.fromEntries(READ.map((name) => [name, roots[name].value])) as unknown as Entries;
    const last = former;
    former = now;
    // A thousand ideas stay as they are while one moves: only those that differ are rebuilt.
    const touched =
      last !== null && sameKeys(last.clusters, now.clusters)
        ? BY_IDEA.flatMap((name) => changed<unknown>(last[name], now[name]))
        : [before, ...BY_IDEA.map((name) => now[name])].flatMap((map) => [...map.keys()]);
    return changedMap(before, new Set(touched), (id) => ideaOf(id, now, before.get(id)));
  });
}

/** The roots that hold something about an idea under its id. */
const BY_IDEA = ["ideas", "numbers", "signatures", "places"] as const;
const READ = [...BY_IDEA, "clusters"] as const;

type Entries = { readonly [K in (typeof READ)[number]]: ReadonlyMap<string, Shapes[K]> };

function ideaOf(id: string, now: Entries, old: Idea | undefined): Idea | undefined {
  if (!now.ideas.has(id) && !now.numbers.has(id) && !now.places.has(id)) return undefined;
  const { cluster, rank } = now.places.get(id) ?? NOWHERE;
  return keptObject(old, {
    id,
    number: now.numbers.get(id) ?? null,
    text: now.ideas.get(id) ?? null,
    signature: now.signatures.get(id) ?? null,
    cluster: cluster !== null && now.clusters.has(cluster) ? cluster : null,
    rank,
  });
}

/** The ideas of each group in display order; a group in which nothing changed keeps its list. */
function grouper(
  byId: ReadonlySignal<ReadonlyMap<string, Idea>>,
): ReadonlySignal<ReadonlyMap<string | null, readonly Idea[]>> {
  let former: ReadonlyMap<string, Idea> = new Map();
  return remembering((before: ReadonlyMap<string | null, readonly Idea[]> = new Map()) => {
    const now = byId.value;
    const last = former;
    former = now;
    const stale = new Set<string | null>();
    const come = new Map<string | null, Idea[]>();
    for (const id of changed(last, now)) {
      const was = last.get(id);
      const is = now.get(id);
      if (was !== undefined) stale.add(was.cluster);
      if (is === undefined) continue;
      stale.add(is.cluster);
      if (was?.cluster === is.cluster) continue;
      const list = come.get(is.cluster);
      if (list === undefined) come.set(is.cluster, [is]);
      else list.push(is);
    }
    if (stale.size === 0) return before;
    const next = new Map(before);
    for (const group of stale) {
      const stay = (before.get(group) ?? NOBODY).map(({ id }) => now.get(id)).filter((idea) => idea?.cluster === group);
      const list = ([...stay, ...(come.get(group) ?? [])] as Idea[]).sort(byRank);
      if (list.length === 0) next.delete(group);
      else next.set(group, keptList(before.get(group), list));
    }
    return next;
  });
}

/** All ideas by number; sorted again only when an idea is added, removed or numbered. */
function inOrder(byId: ReadonlySignal<ReadonlyMap<string, Idea>>): ReadonlySignal<readonly Idea[]> {
  let former: ReadonlyMap<string, Idea> = new Map();
  return remembering((before: readonly Idea[] = NOBODY) => {
    const now = byId.value;
    const last = former;
    former = now;
    const stay = changed(last, now).every((id) => last.get(id)?.number === now.get(id)?.number);
    return stay ? before.map((idea) => now.get(idea.id) as Idea) : [...now.values()].sort(byNumber);
  });
}

function sameKeys(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  if (one === other) return true;
  return one.size === other.size && [...one.keys()].every((key) => other.has(key));
}

/** By number; those without one last, and by nothing that would say who came first. */
function byNumber(a: Idea, b: Idea): number {
  const apart = (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY);
  return apart || compare(a.id, b.id);
}

/** A computed signal that gets its previous value. */
function remembering<T>(compute: (before: T | undefined) => T): ReadonlySignal<T> {
  let last: T | undefined;
  return computed(() => {
    last = compute(last);
    return last;
  });
}

/**
 * One signal for each requested id, set by one effect: a computed signal each would be asked a thousand times
 * whenever a single card moves.
 */
export function perId<T>(
  source: ReadonlySignal<ReadonlyMap<string, T>>,
): (id: string) => ReadonlySignal<T | undefined> {
  const made = new Map<string, Signal<T | undefined>>();
  let last: ReadonlyMap<string, T> = new Map();
  effect(() => {
    const now = source.value;
    const ids = changed(last, now);
    last = now;
    batch(() => {
      for (const id of ids) {
        const one = made.get(id);
        if (one) one.value = now.get(id);
      }
    });
  });
  return (id) => {
    let known = made.get(id);
    if (known === undefined) {
      known = signal(source.peek().get(id));
      made.set(id, known);
    }
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

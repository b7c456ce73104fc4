/** The pages of Group on the big screen: groups first, then the ideas that are in none. */

import { trimmed } from "../../../../kit/text/rules";
import type { Cluster } from "../../../engine/state";
import type { Page } from "../../../parts/wall/paging";
import type { Group } from "./overview";

/** A page with the ids that stand on it, the first of them its place. */
export type WallPage =
  | { readonly kind: "groups"; readonly groups: readonly Group[]; readonly holds: readonly string[] }
  | { readonly kind: "loose"; readonly at: number; readonly holds: readonly string[] };

/** Groups in the order of their letters, with the ideas that nobody hid. A group with neither name nor idea says nothing. */
export function groupsOf(clusters: readonly Cluster[]): Group[] {
  return clusters
    .map(({ id, letter, name, ideas }) => ({
      id,
      letter,
      name: trimmed(name),
      ideas: ideas.filter((idea) => idea.text !== null),
    }))
    .filter((group) => group.name !== "" || group.ideas.length > 0)
    .sort((a, b) => order(a.letter, b.letter));
}

/** A to Z, then AA: the shorter first. */
function order(a: string | null, b: string | null): number {
  const [left, right] = [a ?? "~~~", b ?? "~~~"];
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}

/** A page that somebody turned to: the place that it had then, and which page of its kind it was. */
export interface Turned {
  readonly place: string | null;
  readonly kind: WallPage["kind"];
  readonly nth: number;
}

export function turnedTo(pages: readonly WallPage[], to: number): Turned | null {
  const page = pages[to];
  if (!page) return null;
  const nth = pages.slice(0, to).filter(({ kind }) => kind === page.kind).length;
  return { place: page.holds[0] ?? null, kind: page.kind, nth };
}

/**
 * The page to show. It follows its place, but not to the other kind of page: somebody who groups the first idea of a page
 * does not take the whole group away from the ideas that it reads.
 */
export function pageAt(pages: readonly WallPage[], place: string | null, turned: Turned | null): number {
  const found = pages.findIndex((page) => page.holds.includes(place ?? ""));
  if (!turned || turned.place !== place || pages[found]?.kind === turned.kind) return Math.max(0, found);
  const same = pages.flatMap(({ kind }, at) => (kind === turned.kind ? [at] : []));
  return same[Math.min(turned.nth, same.length - 1)] ?? Math.max(0, found);
}

export function pagesOf(groups: readonly Group[], loose: readonly Page[], most: number): WallPage[] {
  const pages: WallPage[] = [];
  for (let from = 0; from < groups.length; from += most) {
    const some = groups.slice(from, from + most);
    const holds = some.flatMap((group) => [group.id, ...group.ideas.map((idea) => idea.id)]);
    pages.push({ kind: "groups", groups: some, holds });
  }
  return [...pages, ...loose.map((holds, at): WallPage => ({ kind: "loose", at, holds }))];
}

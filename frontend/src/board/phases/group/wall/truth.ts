/** What the document says about the wall, with my own moves already carried out. */

import type { Board } from "../../../engine/boot";
import type { Idea } from "../../../engine/document/lists";
import type { Boxes } from "./settle";

/** The box of ideas in no group. */
export const LOOSE = "loose";

export interface Sent {
  readonly cluster: string | null;
  readonly rank: string | null;
}

export const EMPTY: readonly string[] = [];

/** Every box with its ideas in display order, my own moves already carried out. */
export function truth(board: Board, sent: ReadonlyMap<string, Sent>): Boxes {
  const { loose, clusters } = board.state;
  const boxes = new Map([[LOOSE, idsOf(loose.value)]]);
  for (const cluster of clusters.value) boxes.set(cluster.id, idsOf(cluster.ideas));
  for (const [idea, to] of sent) {
    const box = to.cluster ?? LOOSE;
    if (!boxes.has(box)) continue;
    for (const [id, ideas] of boxes)
      if (ideas.includes(idea))
        boxes.set(
          id,
          ideas.filter((one) => one !== idea),
        );
    const there = boxes.get(box) ?? EMPTY;
    const rankOf = (one: string) => sent.get(one)?.rank ?? board.state.idea(one).peek()?.rank ?? "";
    const at = to.rank === null ? -1 : there.findIndex((one) => rankOf(one) > (to.rank as string));
    boxes.set(box, at < 0 ? [...there, idea] : [...there.slice(0, at), idea, ...there.slice(at)]);
  }
  return boxes;
}

const known = new WeakMap<readonly Idea[], readonly string[]>();

/** The same list for the same list. */
function idsOf(ideas: readonly Idea[]): readonly string[] {
  const ids = known.get(ideas) ?? ideas.map((idea) => idea.id);
  known.set(ideas, ids);
  return ids;
}

export function cached<T>(make: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    let found = known.get(id);
    if (found === undefined) {
      found = make(id);
      known.set(id, found);
    }
    return found;
  };
}

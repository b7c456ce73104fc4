/** Puts the boxes of the wall into its columns, from where they stood before. */

import { assign, type Lanes } from "../wall/lanes";
import type { Boxes } from "../wall/settle";
import { LOOSE } from "../wall/truth";
import { groupHeight, heightOf, type Sizes } from "./density";
import { lanesFor, lanesOf, spread } from "./spread";

/** What the wall has of the window, in px. On a phone everything stands in one column. */
export interface View {
  readonly width: number;
  readonly room: number;
  readonly phone?: boolean;
}

export interface Layout {
  /** For what it was made: another density or number of columns begins again. */
  readonly made: string;
  readonly loose: Lanes;
  readonly lanes: Lanes;
}

export const BARE: Layout = { made: "", loose: [], lanes: [] };

export interface Given {
  readonly sizes: Sizes;
  readonly boxes: Boxes;
  lengthOf(idea: string): number;
  /** The loose ideas as they were read, by number. */
  inOrder(ideas: readonly string[]): readonly string[];
  closed(cluster: string): boolean;
  /** Whether the loose ideas may hand over a column now. */
  readonly may: boolean;
  readonly asked: ReadonlyMap<string, number>;
  /** The columns that this browser kept. */
  known(count: number): Lanes;
}

export function layOut(before: Layout, given: Given): Layout {
  const { sizes, boxes, asked } = given;
  const made = `${sizes.density} ${sizes.columns}`;
  const fresh = before.made !== made;
  const high = (idea: string) => heightOf(sizes, given.lengthOf(idea));
  const groups = [...boxes]
    .filter(([id]) => id !== LOOSE)
    .map(([id, ideas]) => ({ id, weight: groupHeight(sizes, given.closed(id) ? [] : ideas.map(high)) }));
  const need = sizes.columns === 1 ? 1 : lanesFor(groups, sizes.room, sizes.columns);
  // A group that I made, or put something into, has nowhere to stand before there is a first column.
  const first = before.lanes.length === 0 && groups.some(({ id }) => asked.has(id) || (boxes.get(id)?.length ?? 0) > 0);
  const lanes = fresh
    ? assign(given.known(need), need, groups, asked)
    : lanesOf(before.lanes, need, given.may || first, groups, asked);
  const columns = sizes.columns === 1 ? 1 : sizes.columns - lanes.length;
  const ideas = boxes.get(LOOSE) ?? [];
  const loose = fresh ? spread([], columns, given.inOrder(ideas), high) : spread(before.loose, columns, ideas, high);
  return !fresh && loose === before.loose && lanes === before.lanes ? before : { made, loose, lanes };
}

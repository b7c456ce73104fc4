/** The list of merges: newest first, and of them those that somebody looks for. */

import type { Merge } from "../../../engine/state";
import { asked, matches } from "../find/find";

/** A merge in words. */
export interface Told {
  readonly merge: Merge;
  readonly line: string;
  /** The ideas that it moved. */
  readonly texts: readonly string[];
}

export function listed(told: readonly Told[], sought: string, only: (merge: Merge) => boolean): readonly Told[] {
  const query = asked(sought);
  return told
    .filter(({ merge, line, texts }) => only(merge) && (!query || matches(query, [line, ...texts].join(" "))))
    .reverse();
}

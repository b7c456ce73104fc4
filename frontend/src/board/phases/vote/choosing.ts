import type { Counts } from "../../../protocol.generated";

/** How many still choose. People who are done may have left already, so the number never falls below zero. */
export function choosing(counts: Counts): number {
  return counts.done === null ? 0 : Math.max(0, counts.here - counts.done);
}

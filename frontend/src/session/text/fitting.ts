/** Whether an update can be applied at once. Yjs would keep one that cannot, and miss its predecessors for ever. */

import * as Y from "yjs";

/** `state`: the clock of each client in the document. */
export function fits(update: Uint8Array, state: ReadonlyMap<number, number>): boolean {
  const { structs } = Y.decodeUpdate(update);
  const known = new Map(state);
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { id, length } = struct;
    const clock = known.get(id.client) ?? 0;
    if (id.clock > clock) return false;
    known.set(id.client, Math.max(clock, id.clock + length));
  }
  const missing = (id: Y.ID | null): boolean => id !== null && id.clock >= (known.get(id.client) ?? 0);
  return !structs.some((item) => item instanceof Y.Item && (missing(item.origin) || missing(item.rightOrigin)));
}

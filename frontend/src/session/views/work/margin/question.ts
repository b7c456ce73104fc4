/** Which open agreement waits for this person. */

import type { Session } from "../../../engine";

/** The id; null when none does. */
export function question({ roots, notice, me }: Session): string | null {
  if (me.value === null) return null;
  for (const [id, { open, by, by_name }] of roots.agreements.value) {
    if (!open) continue;
    const given = by === "level" ? notice.value.you.answers[id] !== undefined : by_name?.[me.value] !== undefined;
    if (!given) return id;
  }
  return null;
}

/** Whether the dialog in which this person asks everybody is open. A page shows one session. */

import { signal } from "@preact/signals";
import type { Session } from "../../../engine";
import { useSession } from "../../../use-session";
import { isAlone } from "../../../verdicts";
import { useBoardOpen, usePeople } from "../use-work";

export const askingEverybody = signal(false);

/** Whether a question can be asked now: there are others, they work on one thing, and no board is open. */
export function useMayAsk(): boolean {
  const { meta } = useSession();
  return canAsk(meta.value.kind, usePeople().length) && !useBoardOpen();
}

export const canAsk = (kind: Session["meta"]["value"]["kind"], people: number): boolean =>
  people > 1 && !isAlone(kind) && kind !== "coworking";

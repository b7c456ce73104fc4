/** Finish, which whoever may give the verdict opens from any item. */

import { type Signal, signal } from "@preact/signals";
import { useSession } from "../../use-session";
import { FREE } from "./news";

/** Whether Finish stands open on this page although another item runs. */
export const finishing: Signal<boolean> = signal(false);

/**
 * Whether this person gives the verdict: whoever leads or was asked to decide, and everybody of a session that was left
 * open for long.
 */
export function useJudges(): boolean {
  const { leads, me, myself, notice, now } = useSession();
  if (leads.value || myself.value?.decider === true) return true;
  const since = notice.value.left_open;
  return me.value !== null && since !== null && now.value >= since + FREE;
}

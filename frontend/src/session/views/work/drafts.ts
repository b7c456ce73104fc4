/** Text that is typed and not sent yet. It outlives the part of the page it is typed in: items of the agenda change. */

import { type Signal, signal } from "@preact/signals";
import type { Session } from "../../engine";
import { useSession } from "../../use-session";

const kept = new WeakMap<Session, Map<string, Signal<string>>>();

/** The draft of a field, by the name of the field. Empty it once the server has the text. */
export function useDraft(name: string, first = ""): Signal<string> {
  const session = useSession();
  const all = kept.get(session) ?? new Map<string, Signal<string>>();
  kept.set(session, all);
  const draft = all.get(name) ?? signal(first);
  all.set(name, draft);
  return draft;
}

/** Who has nothing to do yet: shown to those alone, and to whoever leads. */

import type { Task } from "../../../../worksession.generated";
import type { Somebody } from "../text/places";

/** Those who are here with no place and no open task of their own; null while presence is hidden. */
export function idle(
  people: readonly Somebody[],
  tasks: ReadonlyMap<string, Task>,
  here: readonly string[] | null,
): Somebody[] {
  if (here === null) return [];
  const busy = new Set([...tasks.values()].flatMap(({ owner, state }) => (state === "open" ? [owner?.person] : [])));
  return people.filter(({ id, taken }) => here.includes(id) && taken === null && !busy.has(id));
}

/** Whether this person is shown who has nothing to do. A person alone is shown nothing. */
export function seesIdle(waiting: readonly Somebody[], me: string | null, leads: boolean, present: number): boolean {
  return present > 1 && waiting.length > 0 && (leads || waiting.some(({ id }) => id === me));
}

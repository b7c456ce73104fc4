/** Who is stuck, and who has nothing to do yet: the latter for those themselves and whoever leads alone. */

import { Button } from "../../../../kit/button";
import { isolated } from "../../../../words/isolated";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { free, type Somebody } from "../text/places";
import { useAsk, usePeople } from "../use-work";
import { idle, seesIdle } from "./idle";
import { Name } from "./name";

/** How many free headings are offered. */
const OFFERED = 3;

export function StuckPeople() {
  const people = usePeople().filter(({ stuck }) => stuck !== null);
  if (people.length === 0) return null;
  return (
    <ul class="stuck-people">
      {people.map((person) => (
        <li key={person.id}>
          <Where person={person} />
          {person.stuck && (
            <p class="made" dir="auto">
              {person.stuck}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who is stuck, and at what they took: a heading, or an item of the agenda. */
function Where({ person }: { readonly person: Somebody }) {
  const { roots, me } = useSession();
  const { taken } = person;
  const place = taken === null ? null : isolated(roots.agenda.value.get(taken)?.title ?? taken);
  if (person.id === me.value) {
    return <p>{place === null ? say("working-you-stuck") : say("working-you-stuck-at", { place })}</p>;
  }
  return (
    <p>
      <Name person={person} /> {place === null ? say("working-is-stuck") : say("working-is-stuck-at", { place })}
    </p>
  );
}

/** `listed`: the free headings stand beside it, each with a press that takes it. */
export function NothingToDo({ listed = false }: { readonly listed?: boolean }) {
  const { roots, meta, notice, me, leads } = useSession();
  const people = usePeople();
  const asking = useAsk();
  const waiting = idle(people, roots.tasks.value, notice.value.here);
  if (!seesIdle(waiting, me.value, leads.value, notice.value.present)) return null;
  const mine = waiting.some(({ id }) => id === me.value);
  return (
    <section class={`nothing-to-do${mine ? " mine" : ""}`}>
      <p>{mine && waiting.length === 1 ? say("working-you-idle") : say("working-idle", { count: waiting.length })}</p>
      {mine && !listed && (
        <p class="acts">
          {free(meta.value.headings, people)
            .slice(0, OFFERED)
            .map((heading) => (
              <Button
                key={heading}
                look="plain"
                size="s"
                icon="plus"
                busy={asking.busy}
                onClick={() => void asking.run({ do: "take", heading })}
              >
                {say("working-take-this", { heading })}
              </Button>
            ))}
        </p>
      )}
      <Why text={asking.why} />
    </section>
  );
}

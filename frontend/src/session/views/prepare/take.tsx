import { say } from "../../../words/say";
import type { Row } from "../../agenda";
import { useSession } from "../../use-session";
import { PersonName } from "../person-name";

/** Who works on an item, and the press that takes it. */
export function Take({ row: { id, item } }: { readonly row: Row }) {
  const { roots, me, myself, ask } = useSession();
  const mine = myself.value?.taken === id;
  const others = [...roots.people.value].filter(([who, one]) => who !== me.value && one.taken === id && !one.removed);
  return (
    <span class="row-take">
      {others.map(([who, person]) => (
        <PersonName key={who} person={person} />
      ))}
      {item.kind === "work" && me.value !== null ? (
        <button
          type="button"
          class="link"
          aria-label={say(mine ? "prepare-let-go" : "prepare-take", { title: item.title })}
          aria-pressed={mine}
          onClick={() => void ask({ do: "take", item: mine ? null : id })}
        >
          {mine ? say("prepare-taken-mine") : say("prepare-take-short")}
        </button>
      ) : null}
    </span>
  );
}

import { say } from "../../../words/say";
import type { Row } from "../../agenda";
import { useSession } from "../../use-session";
import { PersonName } from "../person-name";

/** Who works on an item. */
export function Takers({ row: { id } }: { readonly row: Row }) {
  const { roots, me } = useSession();
  const takers = [...roots.people.value].filter(([, one]) => one.taken === id && !one.removed);
  return takers.length === 0 ? null : (
    <span class="takers">
      {takers.map(([who, person]) => (
        <PersonName key={who} person={person} you={who === me.value && say("prepare-you")} />
      ))}
    </span>
  );
}

/** The press that takes an item, or lets go of it. */
export function Take({ row: { id, item } }: { readonly row: Row }) {
  const { me, myself, ask } = useSession();
  const mine = myself.value?.taken === id;
  if (item.kind !== "work" || me.value === null) return <span />;
  return (
    <button
      type="button"
      class="link row-take"
      aria-label={say(mine ? "prepare-let-go" : "prepare-take", { title: item.title })}
      onClick={() => void ask({ do: "take", item: mine ? null : id })}
    >
      {mine ? say("prepare-let-go-short") : say("prepare-take-short")}
    </button>
  );
}

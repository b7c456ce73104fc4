import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import type { Somebody } from "../text/places";

/** A person: the caret in their colour, then the name. */
export function Name({ person, away }: { readonly person: Somebody; readonly away?: boolean }) {
  const mine = useSession().me.value === person.id;
  return (
    <span class={`person${away ? " away" : ""}`} data-tint={person.colour + 1}>
      {mine ? <span>{say("working-you")}</span> : <bdi>{person.name}</bdi>}
      {away && <span class="visually-hidden"> {say("working-away")}</span>}
    </span>
  );
}

import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { PersonName } from "../../person-name";
import type { Somebody } from "../text/places";

/** A person as the running session names them: me as "you", and apart whoever is not here. */
export function Name({ person, away }: { readonly person: Somebody; readonly away?: boolean }) {
  const mine = useSession().me.value === person.id;
  return <PersonName person={person} called={mine && say("working-you")} away={away === true && say("working-away")} />;
}

/** Whose something is: somebody of the session, or words about somebody who is not here. */

import { say } from "../../../../words/say";
import type { Owner } from "../../../../worksession.generated";
import { useSession } from "../../../use-session";
import { usePeople } from "../use-work";
import { Name } from "./name";

export function OwnerName({ owner }: { readonly owner: Owner | null }) {
  const { roots } = useSession();
  if (owner?.words) return <bdi>{owner.words}</bdi>;
  const person = owner?.person ? roots.people.value.get(owner.person) : undefined;
  if (!owner?.person || !person) return <>{say("working-nobody")}</>;
  return <Name person={{ id: owner.person, ...person }} />;
}

interface ChooseProps {
  readonly label: string;
  readonly owner: Owner | null;
  readonly onChoose: (owner: Owner | null) => void;
}

export function ChooseOwner({ label, owner, onChoose }: ChooseProps) {
  const { me } = useSession();
  const people = usePeople();
  const kept = owner?.words ?? null;
  return (
    <label class="choose">
      <span>{label}</span>
      <select
        value={owner?.person ?? (kept ? "words" : "")}
        onChange={({ currentTarget: { value } }) => {
          if (value !== "words") onChoose(value ? { person: value } : null);
        }}
      >
        <option value="">{say("working-nobody")}</option>
        {kept && <option value="words">{kept}</option>}
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {id === me.value ? say("working-me", { name }) : name}
          </option>
        ))}
      </select>
    </label>
  );
}

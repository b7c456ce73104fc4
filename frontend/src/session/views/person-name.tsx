import type { Person } from "../../worksession.generated";

/** Somebody of the session: the caret in their colour, then the name. */
export function PersonName({ person, you }: { readonly person: Person; readonly you?: string | false }) {
  return (
    <span class="caret-name" data-tint={person.colour + 1}>
      <bdi>{person.name}</bdi>
      {you ? <small> {you}</small> : null}
    </span>
  );
}

import type { Person } from "../../worksession.generated";

export interface PersonNameProps {
  readonly person: Person;
  /** Stands behind the name. */
  readonly you?: string | false;
  /** Stands in place of the name. */
  readonly called?: string | false;
  /** What screen readers say of somebody who is not here; else nothing. */
  readonly away?: string | false;
}

/** Somebody of the session: the caret in their colour, then the name. */
export function PersonName({ person, you, called, away }: PersonNameProps) {
  return (
    <span class={away ? "caret-name away" : "caret-name"} data-tint={person.colour + 1}>
      {called ? <span>{called}</span> : <bdi>{person.name}</bdi>}
      {you ? <small> {you}</small> : null}
      {away ? <span class="visually-hidden"> {away}</span> : null}
    </span>
  );
}

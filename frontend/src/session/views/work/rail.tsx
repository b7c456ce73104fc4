/** "Done when" as the table of contents: conditions, their headings, and the people at them. */

import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { Why } from "../why";
import { AddCondition } from "./acts/add-condition";
import { Name } from "./people/name";
import { type Review, ReviewRow, ToScreen, useReview } from "./review/review";
import { type Part, type Place, parts } from "./text/places";
import { show } from "./text/show";
import { Tick } from "./tick";
import { useAsk, useBoardOpen, usePeople } from "./use-work";

/** `walks`: the buttons to go through it stand here. */
export function DoneWhen({ walks = false }: { readonly walks?: boolean }) {
  const { roots, meta, me } = useSession();
  const people = usePeople();
  const found = parts(roots.conditions.value, meta.value.headings, people);
  const none = found.parts.length === 0;
  const boardOpen = useBoardOpen();
  const review = useReview();
  return (
    <section class="done-when" aria-labelledby="done-when">
      <h2 id="done-when" class="label">
        {say("working-done-when")}
      </h2>
      {walks && <ReviewRow />}
      {none && <p class="empty-words">{say("working-no-condition")}</p>}
      <ol>
        {found.parts.map((part) => (
          <ConditionLine key={part.id} part={part} review={review} />
        ))}
      </ol>
      {(none || me.value !== null) && !boardOpen && <AddCondition open={none} />}
      {found.others.length > 0 && (
        <ul class="places others" aria-label={say("working-other-places")}>
          {found.others.map((place) => (
            <PlaceLine key={place.heading} place={place} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ConditionLineProps {
  readonly part: Part;
  /** null: nothing is looked over now */
  readonly review: Review | null;
}

/** Its dot ticks it, its words lead to its heading, and below stand its places with the people at them. */
function ConditionLine({ part: { id, condition, own, under }, review }: ConditionLineProps) {
  const asking = useAsk();
  const boardOpen = useBoardOpen();
  const { text, met } = condition;
  const shown = review?.shown?.id === id;
  return (
    <li class={`${met ? "met" : ""}${shown ? " shown" : ""}`}>
      <div class="condition">
        {boardOpen ? (
          <span>
            <Tick />
            {met && <span class="visually-hidden">{say("working-is-met")}</span>}
          </span>
        ) : (
          <label>
            <input
              type="checkbox"
              class="visually-hidden"
              aria-label={text}
              checked={met}
              aria-busy={asking.busy}
              onClick={(event) => {
                // The dot shows what the document says, not what is on its way.
                event.preventDefault();
                if (!asking.busy) void asking.run({ do: "tick_condition", condition: id, met: !met });
              }}
            />
            <Tick />
          </label>
        )}
        {own ? (
          <button type="button" class="to-place" onClick={() => show(own.heading)}>
            <bdi>{text}</bdi>
          </button>
        ) : (
          <span dir="auto">{text}</span>
        )}
        {review?.leads && <ToScreen id={id} text={text} shown={shown} />}
      </div>
      {shown && <p class="on-screen">{say("review-on-screen")}</p>}
      {(own || under.length > 0) && (
        <ul class="places">
          {own && (under.length === 0 || own.people.length > 0) && <PlaceLine place={own} same />}
          {under.map((place) => (
            <PlaceLine key={place.heading} place={place} />
          ))}
        </ul>
      )}
      <Why text={asking.why} />
    </li>
  );
}

/** A heading and who is at it; take it, or leave it. `same`: its words stand above it already. */
function PlaceLine({ place: { heading, people }, same }: { readonly place: Place; readonly same?: boolean }) {
  const { me } = useSession();
  const asking = useAsk();
  const alone = usePeople().length <= 1;
  const boardOpen = useBoardOpen();
  const mine = people.some(({ id }) => id === me.value);
  if (same && (boardOpen || (alone && people.length === 0))) return null;
  const act = mine ? "leave" : people.length > 0 ? "join" : "take";
  return (
    <li class={people.length > 0 && !mine && !boardOpen ? "taken" : ""}>
      {!same && (
        <button type="button" class="to-place" onClick={() => show(heading)}>
          <bdi>{heading}</bdi>
        </button>
      )}
      {/* Where people are at work says nothing while they are on the board, and must not. */}
      <span class="at">{!boardOpen && people.map((person) => <Name key={person.id} person={person} />)}</span>
      {(!alone || mine) && !boardOpen && (
        <Button
          look="plain"
          size="s"
          class="take"
          busy={asking.busy}
          aria-label={say(`working-${act}-place`, { heading })}
          onClick={() => void asking.run({ do: "take", heading: mine ? null : heading })}
        >
          {say(`working-${act}`)}
        </Button>
      )}
      <Why text={asking.why} />
    </li>
  );
}

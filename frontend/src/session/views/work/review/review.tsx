/** What the big screen shows of "Done when", and the buttons of those who may go on there. */

import { Button } from "../../../../kit/button";
import { Icon } from "../../../../kit/icon";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { parts } from "../text/places";
import { show } from "../text/show";
import { courseOf } from "../time/course";
import { useAsk, useBoardOpen, useClockRights } from "../use-work";
import { looksOver, type Walk, walkOf } from "./walk";

export interface Review extends Walk {
  /** The heading of what is shown; null when it has none. */
  readonly heading: string | null;
  /** This person may show another one. */
  readonly leads: boolean;
}

/** null where nothing is to be looked over. */
export function useReview(): Review | null {
  const { meta, roots } = useSession();
  // The time that is left does not matter here.
  const course = courseOf(roots.agenda.value, meta.value.clock, 0);
  const leads = useClockRights();
  const boardOpen = useBoardOpen();
  const conditions = roots.conditions.value;
  if (!course || boardOpen || conditions.size === 0 || !looksOver(meta.value.kind, course)) return null;
  const walk = walkOf(conditions, meta.value.clock);
  const part = parts(conditions, meta.value.headings, []).parts.find(({ id }) => id === walk.shown?.id);
  return { ...walk, heading: part?.own?.heading ?? null, leads };
}

/** Where people are, and the way back and on. `whole`: no list near it says what is shown. */
export function ReviewRow({ whole = false }: { readonly whole?: boolean }) {
  const review = useReview();
  const asking = useAsk();
  if (!review || !(review.leads || review.shown)) return null;
  const { shown, all, heading, leads, back, next } = review;
  const from = shown?.id ?? null;
  const go = (condition: string) => void asking.run({ do: "show_condition", condition, from });
  const place = shown && say("review-place", { place: shown.place, all });
  return (
    <section class="review" aria-label={say("review-walk")}>
      <div class="now">
        {shown ? (
          <p>
            <Icon name="screen" />
            <span class="visually-hidden">{say("review-on-screen")}: </span>
            {whole ? <b dir="auto">{shown.condition.text}</b> : place}
          </p>
        ) : (
          <p class="none">{say("review-none")}</p>
        )}
        {heading !== null && (
          <Button look="plain" size="s" onClick={() => show(heading)}>
            {say("review-go-to-it")}
          </Button>
        )}
      </div>
      <div class="steps">
        {whole && <span class="place">{place}</span>}
        {leads && (
          <>
            <Button
              look="plain"
              icon="back"
              aria-label={say("review-back")}
              title={say("review-back")}
              aria-disabled={back === null ? "true" : undefined}
              busy={asking.busy}
              onClick={() => back !== null && go(back)}
            />
            <Button
              aria-disabled={next === null ? "true" : undefined}
              busy={asking.busy}
              onClick={() => next !== null && go(next)}
            >
              {say("review-next")}
            </Button>
          </>
        )}
      </div>
      <Why text={asking.why} />
    </section>
  );
}

/** Puts a line of "Done when" on the big screen, or takes it off there. */
export function ToScreen({ id, text, shown }: { readonly id: string; readonly text: string; readonly shown: boolean }) {
  const asking = useAsk();
  return (
    <>
      <Button
        look="plain"
        icon="screen"
        class="to-screen"
        aria-label={say("review-show", { condition: text })}
        aria-pressed={shown ? "true" : "false"}
        title={shown ? say("review-hide") : say("review-show-short")}
        busy={asking.busy}
        onClick={() => void asking.run({ do: "show_condition", condition: shown ? null : id })}
      />
      <Why text={asking.why} />
    </>
  );
}

import { useRef } from "preact/hooks";
import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { type Condition, LIMITS } from "../../../worksession.generated";
import { inOrder } from "../../sentence";
import { useSession } from "../../use-session";
import { AddLine } from "./add-line";
import { Carried } from "./carried";
import { useDraft } from "./draft";
import { Line } from "./line";

/** Conditions from which on somebody should ask whether all of it fits. */
const MANY = 5;
/** Minutes below which three of them are many already. */
const SHORT = 40;

/** "Done when": a line for each condition, and an empty one. */
export function Conditions() {
  const { roots, leads, meta } = useSession();
  const all = inOrder(roots.conditions.value);
  const add = useRef<HTMLTextAreaElement>(null);
  const { minutes } = meta.value.contract;
  const many = all.length > MANY || (minutes < SHORT && all.length > 2);
  return (
    <section class="plan-part" aria-labelledby="plan-done-when">
      <h2 class="plan-label" id="plan-done-when">
        {say("prepare-done-when")}
      </h2>
      <ul class="conditions">
        {all.map(([id, condition], at) => (
          <li key={id}>
            <Dot />
            {leads.value ? (
              <Edited id={id} condition={condition} number={at + 1} onEnter={() => add.current?.focus()} />
            ) : (
              <p class="condition-text" dir="auto">
                {condition.text}
              </p>
            )}
            <Carried from={condition.from} />
          </li>
        ))}
        <li class="add">
          <Dot />
          <AddLine
            name="condition"
            label={say("prepare-condition", { number: all.length + 1 })}
            quiet
            most={LIMITS.condition}
            placeholder={all.length > 0 ? say("prepare-condition-more") : say("prepare-condition-first")}
            hint={all.length > 0 ? undefined : say("prepare-condition-hint")}
            inputRef={add}
            onLeave
            command={(condition, text) => ({ do: "add_condition", condition, text })}
          />
        </li>
      </ul>
      {many ? <p class="plan-advice">{say("prepare-many", { minutes })}</p> : null}
    </section>
  );
}

interface EditedProps {
  readonly id: string;
  readonly condition: Condition;
  readonly number: number;
  readonly onEnter: () => void;
}

function Edited({ id, condition, number, onEnter }: EditedProps) {
  const { ask } = useSession();
  const draft = useDraft(condition.text, LIMITS.condition, (text) =>
    ask({ do: "edit_condition", condition: id, text: text || null }),
  );
  return (
    <>
      <Line label={say("prepare-condition", { number })} quiet draft={draft} onEnter={onEnter} />
      <Button
        look="plain"
        icon="close"
        class="remove"
        aria-label={say("prepare-condition-remove", { text: condition.text })}
        onClick={() => {
          onEnter();
          void ask({ do: "edit_condition", condition: id, text: null });
        }}
      />
    </>
  );
}

function Dot() {
  return (
    <svg class="empty-dot" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <circle cx="11" cy="11" r="9.75" />
    </svg>
  );
}

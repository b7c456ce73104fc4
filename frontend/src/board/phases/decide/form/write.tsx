import { useRef, useState } from "preact/hooks";
import { Field } from "../../../../kit/field";
import { LIMITS } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { deskOf, shortlistInOrder, useDesk } from "../desk";
import { missing } from "./draft";
import { Newer } from "./newer";
import { useDraft } from "./own-draft";
import { Rests } from "./rests";
import { Steps } from "./steps";
import "./write.css";

/** The form of the decision, while it is written. */
export function Write() {
  return useDesk().writing.value ? <Beside /> : null;
}

function Beside() {
  const { newer } = useDraft();
  return (
    <div class={newer ? "beside" : ""}>
      <Form />
      {newer ? <Newer key={newer.n} decision={newer} /> : null}
    </div>
  );
}

/** It is kept at every key; its button is in the bar. */
function Form() {
  const board = useBoard();
  const { tried, draftKept } = deskOf(board);
  const { draft, change } = useDraft();
  const recommended = draft.outcome === "recommended";
  const gaps = missing(draft, shortlistInOrder(board));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const wrong = (field: "decision" | "owner" | "by") =>
    (tried.value || left.has(field)) && gaps.includes(field) ? say(`form-missing-${field}`) : undefined;
  const sentence = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null);
  const begin = (decision: string) => {
    // The buttons go with the first word.
    sentence.current?.focus();
    change({ decision });
  };
  const leave = (field: string) => () => setLeft(new Set([...left, field]));
  return (
    <form class="write-decision" onSubmit={(event) => event.preventDefault()}>
      <header>
        <h1>{say("form-title")}</h1>
        <p class={draftKept.value ? "lead" : "lead wrong"}>
          {draftKept.value ? say("form-lead") : say("form-not-kept")}
        </p>
      </header>
      <fieldset class="outcome">
        <legend>{say("form-outcome")}</legend>
        {(["decided", "recommended"] as const).map((outcome) => (
          <label key={outcome}>
            <input
              type="radio"
              name="outcome"
              checked={draft.outcome === outcome}
              onChange={() => change({ outcome })}
            />
            <span>
              <b>{say(`form-outcome-${outcome}`)}</b>
              <small>{say(`form-outcome-${outcome}-hint`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Field
        class="sentence"
        label={recommended ? say("form-recommendation") : say("form-decision")}
        value={draft.decision}
        onInput={(decision) => change({ decision })}
        onBlur={leave("decision")}
        max={LIMITS.decision}
        lines={3}
        placeholder={say("form-decision-example")}
        error={wrong("decision")}
        inputRef={sentence}
        autofocus
        required
      />
      <Field
        label={say("form-why")}
        hint={say("form-why-hint")}
        value={draft.why}
        onInput={(why) => change({ why })}
        max={LIMITS.why}
        lines={2}
      />
      <div class="two">
        <Field
          label={say("form-owner")}
          hint={say("form-owner-hint")}
          value={draft.owner}
          onInput={(owner) => change({ owner })}
          onBlur={leave("owner")}
          max={LIMITS.owner}
          error={wrong("owner")}
          required
        />
        {recommended ? (
          <Field
            label={say("form-decide-by")}
            value={draft.decideBy}
            onInput={(decideBy) => change({ decideBy })}
            onBlur={leave("by")}
            max={LIMITS.decideBy}
            placeholder={say("form-decide-by-example")}
            error={wrong("by")}
            required
          />
        ) : null}
      </div>
      <Steps steps={draft.steps} change={(steps) => change({ steps })} />
      <Rests begin={draft.decision === "" ? begin : undefined} />
    </form>
  );
}

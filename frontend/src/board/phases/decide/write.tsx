import { useState } from "preact/hooks";
import { Field } from "../../../kit/field";
import { LIMITS } from "../../../protocol.generated";
import { writing as words } from "../../../words/decision-form";
import { useBoard } from "../../shell/use-board";
import { draftKept, inOrder, shortlistOf, tried, writing } from "./desk";
import { missing } from "./draft";
import { Newer } from "./newer";
import { useDraft } from "./own-draft";
import { Rests } from "./rests";
import { Steps } from "./steps";
import "./write.css";

/** The form of the decision, while it is written. */
export function Write() {
  return writing.value ? <Beside /> : null;
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
  const { state } = useBoard();
  const { draft, change } = useDraft();
  const recommended = draft.outcome === "recommended";
  const gaps = missing(draft, inOrder(state, shortlistOf(state)));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const wrong = (field: "decision" | "owner" | "decideBy") =>
    (tried.value || left.has(field)) && gaps.includes(field) ? words.missing[field] : undefined;
  const leave = (field: string) => () => setLeft(new Set([...left, field]));
  return (
    <form class="write-decision" onSubmit={(event) => event.preventDefault()}>
      <header>
        <h1>{words.title}</h1>
        <p class={draftKept.value ? "lead" : "lead wrong"}>{draftKept.value ? words.lead : words.notKept}</p>
      </header>
      <fieldset class="outcome">
        <legend>{words.outcome}</legend>
        {(["decided", "recommended"] as const).map((outcome) => (
          <label key={outcome}>
            <input
              type="radio"
              name="outcome"
              checked={draft.outcome === outcome}
              onChange={() => change({ outcome })}
            />
            <span>
              <b>{words[outcome]}</b>
              <small>{words[`${outcome}Hint`]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Field
        class="sentence"
        label={recommended ? words.recommendation : words.decision}
        value={draft.decision}
        onInput={(decision) => change({ decision })}
        onBlur={leave("decision")}
        max={LIMITS.decision}
        lines={3}
        placeholder={words.decisionExample}
        error={wrong("decision")}
        autofocus
        required
      />
      <Field
        label={words.why}
        hint={words.whyHint}
        value={draft.why}
        onInput={(why) => change({ why })}
        max={LIMITS.why}
        lines={2}
      />
      <div class="two">
        <Field
          label={words.owner}
          hint={words.ownerHint}
          value={draft.owner}
          onInput={(owner) => change({ owner })}
          onBlur={leave("owner")}
          max={LIMITS.owner}
          error={wrong("owner")}
          required
        />
        {recommended ? (
          <Field
            label={words.decideBy}
            value={draft.decideBy}
            onInput={(decideBy) => change({ decideBy })}
            onBlur={leave("decideBy")}
            max={LIMITS.decideBy}
            placeholder={words.decideByExample}
            error={wrong("decideBy")}
            required
          />
        ) : null}
      </div>
      <Steps steps={draft.steps} change={(steps) => change({ steps })} />
      <Rests />
    </form>
  );
}

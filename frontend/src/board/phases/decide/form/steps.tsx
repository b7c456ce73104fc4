import { useRef } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Field } from "../../../../kit/field";
import { trimmed } from "../../../../kit/text/rules";
import { LIMITS } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { newStep, type Step } from "./draft";

/** What happens next: rows of what, who and when, as many as are needed. */
export function Steps({ steps, change }: { steps: readonly Step[]; change: (steps: readonly Step[]) => void }) {
  const list = useRef<HTMLFieldSetElement>(null);
  const edit = (key: string, part: Partial<Step>) =>
    change(steps.map((step) => (step.key === key ? { ...step, ...part } : step)));
  const add = () => {
    change([...steps, newStep()]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(".step:last-of-type textarea")?.focus());
  };
  const remove = (at: number) => {
    change(steps.filter((_, index) => index !== at));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(".add")?.focus());
  };
  return (
    <fieldset class="steps" ref={list}>
      <legend>{say("form-steps")}</legend>
      {steps.map((step, at) => (
        <div class="step" key={step.key}>
          <Field
            class="text"
            label={say("form-step", { place: at + 1 })}
            quiet={at > 0}
            value={step.text}
            onInput={(text) => edit(step.key, { text })}
            max={LIMITS.step}
            lines={1}
            error={
              !trimmed(step.text) && (trimmed(step.owner) || trimmed(step.when)) ? say("form-missing-step") : undefined
            }
          />
          <Field
            label={say("form-step-owner")}
            quiet={at > 0}
            value={step.owner}
            onInput={(owner) => edit(step.key, { owner })}
            max={LIMITS.stepOwner}
          />
          <Field
            label={say("form-step-when")}
            quiet={at > 0}
            value={step.when}
            onInput={(when) => edit(step.key, { when })}
            max={LIMITS.stepWhen}
          />
          <Button
            look="plain"
            icon="close"
            aria-label={say("form-remove-step", { place: at + 1 })}
            onClick={() => remove(at)}
          />
        </div>
      ))}
      {steps.some((step) => trimmed(step.text)) ? <p class="why">{say("form-steps-today")}</p> : null}
      {steps.length < LIMITS.steps ? (
        <Button class="add" icon="plus" size="s" onClick={add}>
          {say("form-add-step")}
        </Button>
      ) : null}
    </fieldset>
  );
}

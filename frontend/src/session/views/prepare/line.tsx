import type { ComponentChildren, RefObject } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { grow, sends } from "../../../kit/text/input";
import type { Draft } from "./draft";

export interface LineProps {
  readonly label: ComponentChildren;
  readonly draft: Draft;
  /** Lines may be broken. */
  readonly long?: boolean;
  readonly quiet?: boolean;
  readonly hint?: ComponentChildren;
  readonly placeholder?: string;
  readonly autofocus?: boolean;
  readonly class?: string;
  readonly inputRef?: RefObject<HTMLTextAreaElement | null>;
  readonly onEnter?: () => void;
}

/** A field of the plan that grows with its text, with what is wrong under it. */
export function Line(props: LineProps) {
  const { label, draft, long, quiet, hint, inputRef } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const input = inputRef ?? own;
  const id = useId();
  useLayoutEffect(() => {
    if (props.autofocus) input.current?.focus();
  }, []);
  useLayoutEffect(() => grow(input.current), [draft.text]);
  return (
    <div class={`line ${props.class ?? ""}`}>
      <label for={id} class={quiet ? "visually-hidden" : "plan-label"}>
        {label}
      </label>
      <textarea
        ref={input}
        id={id}
        rows={1}
        dir="auto"
        autocomplete="off"
        value={draft.text}
        placeholder={props.placeholder}
        aria-invalid={draft.why ? "true" : undefined}
        aria-describedby={draft.why || hint ? `${id}-note` : undefined}
        onInput={(event) => draft.onInput(event.currentTarget.value)}
        onBlur={draft.settle}
        onKeyDown={(event) => {
          if (long || !sends(event)) return;
          event.preventDefault();
          draft.settle();
          props.onEnter?.();
        }}
      />
      {draft.why || hint ? (
        <p class="plan-note" id={`${id}-note`}>
          {draft.why ? (
            <span class="wrong" role="alert">
              {draft.why}
            </span>
          ) : (
            hint
          )}
        </p>
      ) : null}
    </div>
  );
}

import { type ComponentChildren, h, type RefObject } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../words/say";
import { grow, sends } from "./text/input";
import { length } from "./text/rules";
import "./field.css";

export interface FieldProps {
  label: ComponentChildren;
  value: string;
  onInput: (value: string) => void;
  /** The most Unicode code points. Text beyond it stays in the field, which says how much it is. */
  max?: number;
  hint?: ComponentChildren;
  error?: ComponentChildren;
  /** Lines at first; it grows with the text. One line and no line breaks without it. */
  lines?: number;
  kind?: "text" | "number" | "search";
  placeholder?: string;
  required?: boolean;
  /** Hides the label visually, not from screen readers. */
  quiet?: boolean;
  autofocus?: boolean;
  readOnly?: boolean;
  onEnter?: () => void;
  onBlur?: () => void;
  inputRef?: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>;
  class?: string;
}

/** A labelled field with a hint, an error and, near the limit, what is left. */
export function Field(props: FieldProps) {
  const { label, value, onInput, max, hint, error, lines, kind = "text", quiet, onEnter, inputRef } = props;
  const own = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const input = inputRef ?? own;
  const id = useId();
  const left = max === undefined ? Number.POSITIVE_INFINITY : max - length(value);
  const near = max !== undefined && left <= Math.max(20, max * 0.2);
  useLayoutEffect(() => {
    if (props.autofocus) {
      input.current?.focus();
    }
  }, []);
  useLayoutEffect(() => {
    if (lines) grow(input.current);
  }, [value]);
  const common = {
    ref: input,
    id,
    dir: "auto" as const,
    value,
    placeholder: props.placeholder,
    required: props.required,
    readOnly: props.readOnly,
    "aria-invalid": error || left < 0 ? ("true" as const) : undefined,
    "aria-describedby": `${id}-note`,
    onInput: (event: Event) => onInput((event.currentTarget as HTMLInputElement).value),
    onBlur: props.onBlur,
    onKeyDown: (event: KeyboardEvent) => {
      if (onEnter && sends(event)) {
        event.preventDefault();
        onEnter();
      }
    },
  };
  return (
    <div class={`field ${props.class ?? ""}`}>
      <label for={id} class={quiet ? "visually-hidden" : ""}>
        {label}
      </label>
      {h(lines ? "textarea" : "input", lines ? { ...common, rows: lines } : { ...common, type: kind })}
      <p class="notes" id={`${id}-note`}>
        {error ? <span class="wrong">{error}</span> : hint ? <span>{hint}</span> : null}
        {near ? (
          <span class={left < 0 ? "count wrong" : "count"}>
            {left < 0
              ? say("board-characters-too-many", { count: -left })
              : say("board-characters-left", { count: left })}
          </span>
        ) : null}
      </p>
    </div>
  );
}

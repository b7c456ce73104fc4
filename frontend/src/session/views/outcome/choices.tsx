/** Small choices that stand in a sentence, underlined like the words of it. */

import { useRef } from "preact/hooks";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { date } from "../../verdicts";
import "./choices.css";

export interface DayProps {
  readonly label: string;
  /** "YYYY-MM-DD", other words, or "" for none. */
  readonly value: string;
  readonly none?: string;
  readonly min?: string;
  readonly onInput: (day: string) => void;
}

/** A day, read as "Fri 4 Dec"; the browser's own field comes into sight while it has the focus. */
export function Day({ label, value, none = "", min, onInput }: DayProps) {
  const field = useRef<HTMLInputElement>(null);
  const words = date(value, "short") ?? (value || none);
  const isDay = date(value) !== null;
  return (
    <span class={value ? "in-line day" : "in-line day none"}>
      <span class="read" aria-hidden="true" dir="auto">
        {words}
      </span>
      <input
        ref={field}
        type="date"
        aria-label={isDay || !words ? label : `${label}: ${words}`}
        value={isDay ? value : ""}
        min={min}
        onClick={() => open(field.current)}
        onChange={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </span>
  );
}

function open(field: HTMLInputElement | null): void {
  try {
    field?.showPicker();
  } catch {
    // Without a picker the field itself is typed into.
  }
}

export interface PersonProps {
  readonly label: string;
  readonly value: string | null;
  /** The words for "no person"; without them somebody has to be chosen. */
  readonly none?: string;
  readonly onChange: (person: string | null) => void;
}

/** Somebody of the session. */
export function PersonChoice({ label, value, none, onChange }: PersonProps) {
  const { roots } = useSession();
  const there = [...roots.people.value].filter(([, { removed }]) => !removed);
  const nobody = none ?? say("verdict-somebody");
  return (
    <span class="in-line person">
      <span class="read" aria-hidden="true" dir="auto">
        {(value === null ? null : roots.people.value.get(value)?.name) ?? nobody}
      </span>
      <select
        aria-label={label}
        value={value ?? ""}
        onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      >
        {(none !== undefined || value === null) && <option value="">{nobody}</option>}
        {there.map(([id, { name }]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

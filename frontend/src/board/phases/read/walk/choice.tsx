export interface ChoiceProps<V extends string> {
  label: string;
  /** The label is for screen readers alone: the words of the choices say it. */
  quiet?: boolean;
  value: V;
  choices: readonly (readonly [value: V, words: string])[];
  onChoose: (value: V) => void;
}

/** A few words side by side of which one holds. They are buttons: the arrow keys go from idea to idea. */
export function Choice<V extends string>({ label, quiet, value, choices, onChoose }: ChoiceProps<V>) {
  return (
    <fieldset class="choice">
      <legend class={quiet ? "visually-hidden" : ""}>{label}</legend>
      {choices.map(([one, words]) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onChoose(one)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}

import { useState } from "preact/hooks";
import { composing, sends } from "../../../kit/text/input";
import { unfit } from "../../../kit/text/rules";
import { say } from "../../../words/say";
import { Why } from "../why";

export interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  /** The most Unicode code points. */
  readonly max: number;
  /** Sends it; why that was refused, or "". What was typed stays in the field until it is kept. */
  readonly onKeep: (words: string) => Promise<string>;
}

/** Characters for which there is room at least and at most. */
const LEAST_WIDE = 10;
const MOST_WIDE = 32;

/** A line in a sentence, kept when the field is left or with Enter. */
export function Words({ label, value, hint, max, onKeep }: WordsProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [why, setWhy] = useState("");
  const shown = typed ?? value;
  const keep = async (): Promise<void> => {
    if (typed === null || typed === value) return setTyped(null);
    if (unfit(typed, max) === "long") return setWhy(say("verdict-too-long", { count: max }));
    const refused = await onKeep(typed);
    setWhy(refused);
    if (!refused) setTyped(null);
  };
  return (
    <>
      <span class={shown ? "in-line words" : "in-line words none"}>
        <input
          type="text"
          size={Math.min(MOST_WIDE, Math.max(LEAST_WIDE, [...shown].length))}
          aria-label={label}
          dir="auto"
          placeholder={hint}
          value={shown}
          aria-invalid={why ? "true" : undefined}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={() => void keep()}
          onKeyDown={(event) => {
            if (sends(event)) void keep();
            else if (event.key === "Escape" && !composing(event)) setTyped(null);
          }}
        />
      </span>
      <Why text={why} />
    </>
  );
}

import { useState } from "preact/hooks";
import { consent as words } from "../../../words/decide";
import { LIMITS, length, trimmed } from "../../limits";
import { Button } from "../../parts/button";
import { Dots } from "../../parts/dots";
import { Field } from "../../parts/field";
import { keepFocus } from "../../shell/focus";
import { announce, told } from "../../shell/say";
import { useBoard } from "../../shell/use-board";
import type { Level } from "../../types";
import "./consent.css";

export const LEVELS: readonly Level[] = [5, 4, 3, 2, 1, 0];

/** The participant's answer: one of six, at once kept; a reason if one likes. */
export function Answer() {
  const { commands, consent, state } = useBoard();
  const n = state.meta.value.consent?.n ?? 0;
  const given = consent.answer.value;
  const level = given?.level ?? null;
  /** What stands in the field while it is written; else it shows what was given. */
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? given?.reason ?? "";
  const over = length(text) - LIMITS.reason;
  const choose = async (next: Level): Promise<void> => {
    const { answer } = await commands.answerConsent(next, over > 0 ? given?.reason : trimmed(text));
    if (answer === "ok") announce(words.kept);
  };
  const type = (value: string): void => {
    setTyped(value);
    if (level !== null && length(value) <= LIMITS.reason) void commands.answerConsent(level, trimmed(value), true);
  };
  const leave = (): void => {
    if (typed === null || level === null || over > 0) return;
    setTyped(null);
    // Every key was given already, and what was answered need not be sent again.
    if (!consent.pending.peek()) return;
    void commands.answerConsent(level, trimmed(text)).then(({ answer }) => {
      if (answer === "ok") announce(words.kept);
    });
  };
  return (
    <section class="consent" aria-labelledby="consent-title">
      <h2 id="consent-title">{words.title}</h2>
      <p class="lead">{n > 1 && !given ? words.changed : words.secret}</p>
      <fieldset class="levels">
        <legend class="visually-hidden">{words.title}</legend>
        {LEVELS.map((one) => (
          <label key={one} class={one <= 1 ? "against" : ""}>
            <input type="radio" name={`consent-${n}`} checked={level === one} onChange={() => void choose(one)} />
            <b aria-hidden="true">{one}</b>
            <span>{words.levels[one]}</span>
          </label>
        ))}
      </fieldset>
      {level === null ? null : (
        <div class="reason">
          <Field
            label={words.reason}
            hint={words.reasonHint}
            value={text}
            onInput={type}
            onBlur={leave}
            error={over > 0 ? words.tooLong(over) : undefined}
            max={LIMITS.reason}
            lines={2}
          />
          <p class="kept">{over > 0 ? "" : consent.pending.value ? words.sending : words.kept}</p>
        </div>
      )}
      {state.counts.value.answered === null ? null : (
        <p class="lead">{words.answered(state.counts.value.answered, state.counts.value.joined)}</p>
      )}
    </section>
  );
}

/** For the facilitator and the big screen: how many have answered, and nothing of what. */
export function Answering() {
  const { state } = useBoard();
  const { answered, joined, counting } = state.counts.value;
  return (
    <section class="answering">
      <h2>{words.title}</h2>
      <p class="how-many">{answered === null ? words.answeredNone : words.answered(answered, joined)}</p>
      {answered !== null && joined <= 60 ? <Dots n={answered} of={Math.max(answered, joined)} /> : null}
      <p class="lead">{counting < 3 ? words.few : words.hiddenNow}</p>
    </section>
  );
}

/** All answers at once, for everybody. */
export function EndCheck({ look }: { look: "ink" | "quiet" }) {
  const { commands } = useBoard();
  const [busy, setBusy] = useState(false);
  const end = async (): Promise<void> => {
    setBusy(true);
    if (told(await commands.closeConsent())) {
      keepFocus("#stage .answers h2", "#stage h1", "#stage");
    }
    setBusy(false);
  };
  return (
    <Button look={look} class="end-check" busy={busy} onClick={end}>
      {busy ? words.ending : words.end}
    </Button>
  );
}

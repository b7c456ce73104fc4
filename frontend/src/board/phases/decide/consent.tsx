import { useState } from "preact/hooks";
import { consent as words } from "../../../words/vote";
import { Button } from "../../parts/button";
import { Field } from "../../parts/field";
import { announce, told } from "../../shell/say";
import { useBoard } from "../../shell/use-board";
import type { Level } from "../../types";
import { LIMITS } from "./draft";
import "./consent.css";

export const LEVELS: readonly Level[] = [5, 4, 3, 2, 1, 0];

/** The participant's answer: one of six, at once kept; a reason if one likes. */
export function Answer() {
  const { state, commands } = useBoard();
  const n = state.meta.value.consent?.n ?? 0;
  const you = state.you.value.consent;
  const kept = you?.n === n ? you : null;
  const [chosen, setChosen] = useState<Level | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const level = chosen ?? kept?.level ?? null;
  const text = reason ?? kept?.reason ?? "";
  const send = async (next: Level): Promise<void> => {
    setChosen(next);
    setBusy(true);
    const done = told(await commands.answerConsent(next, text.trim()));
    setBusy(false);
    if (done) {
      announce(words.kept);
      setChosen(null);
      setReason(null);
    }
  };
  const unsent = reason !== null && reason.trim() !== (kept?.reason ?? "");
  return (
    <section class="consent" aria-labelledby="consent-title">
      <h2 id="consent-title">{words.title}</h2>
      <p class="lead">{n > 1 && !kept ? words.changed : words.secret}</p>
      <fieldset class="levels">
        <legend class="visually-hidden">{words.title}</legend>
        {LEVELS.map((one) => (
          <label key={one} class={one <= 1 ? "against" : ""}>
            <input type="radio" name={`consent-${n}`} checked={level === one} onChange={() => send(one)} />
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
            onInput={setReason}
            max={LIMITS.reason}
            lines={2}
          />
          <p class="kept" role="status">
            {busy ? words.sending : unsent ? "" : kept ? words.kept : ""}
          </p>
          {unsent ? (
            <Button
              look="ink"
              busy={busy}
              aria-disabled={[...text.trim()].length > LIMITS.reason}
              onClick={() => ([...text.trim()].length > LIMITS.reason ? undefined : send(level))}
            >
              {words.keepReason}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}

/** How many have answered, and nothing of what. The facilitator ends the check here. */
export function Answering({ lead }: { lead: boolean }) {
  const { state, commands } = useBoard();
  const [busy, setBusy] = useState(false);
  const { answered, joined } = state.counts.value;
  const end = async (): Promise<void> => {
    setBusy(true);
    told(await commands.closeConsent());
    setBusy(false);
  };
  return (
    <section class="answering">
      <div>
        <h2>{words.title}</h2>
        <p class="how-many">{answered === null ? words.answeredNone : words.answered(answered, joined)}</p>
        <p class="lead">{joined < 3 ? words.few : words.hiddenNow}</p>
      </div>
      {lead ? (
        <Button look="ink" size="l" busy={busy} onClick={end}>
          {busy ? words.ending : words.end}
        </Button>
      ) : null}
    </section>
  );
}

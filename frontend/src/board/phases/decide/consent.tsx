import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { announce, succeeded } from "../../../kit/feedback";
import { Field } from "../../../kit/field";
import { Icon } from "../../../kit/icon";
import { keepFocus } from "../../../kit/page/focus";
import { length, trimmed } from "../../../kit/text/rules";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import type { Level } from "../../engine/types";
import { useBoard } from "../../engine/use-board";
import { Dots } from "../../parts/options/dots";
import { useDesk } from "./desk";
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
    if (answer === "ok") announce(say("decide-answer-kept"));
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
      if (answer === "ok") announce(say("decide-answer-kept"));
    });
  };
  const section = useRef<HTMLElement>(null);
  const below = useBelow(section);
  const jump = () => {
    section.current?.scrollIntoView();
    section.current?.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
  };
  return (
    <section ref={section} class="consent" aria-labelledby="consent-title">
      <h2 id="consent-title">{say("outcome-check")}</h2>
      <p class="lead">{n > 1 && !given ? say("decide-wording-changed") : say("decide-check-secret")}</p>
      <fieldset class="levels">
        <legend class="visually-hidden">{say("outcome-check")}</legend>
        {LEVELS.map((one) => (
          <label key={one} class={one <= 1 ? "against" : ""}>
            <input type="radio" name={`consent-${n}`} checked={level === one} onChange={() => void choose(one)} />
            <b aria-hidden="true">{one}</b>
            <span>{say(`level-${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {level === null ? null : (
        <div class="reason">
          <Field
            label={say("decide-reason")}
            hint={say("decide-reason-hint")}
            value={text}
            onInput={type}
            onBlur={leave}
            error={over > 0 ? say("decide-reason-too-long", { over }) : undefined}
            max={LIMITS.reason}
            lines={2}
          />
          <p class="kept">
            {over > 0 ? "" : consent.pending.value ? say("decide-answer-sending") : say("decide-answer-kept")}
          </p>
        </div>
      )}
      {state.counts.value.answered === null ? null : (
        <p class="lead">
          {say("decide-answered", { answered: state.counts.value.answered, joined: state.counts.value.joined })}
        </p>
      )}
      {below && level === null ? (
        <div class="answer-cue">
          <Button look="go" size="l" onClick={jump}>
            {say("outcome-check")} <Icon name="down" />
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** Whether the scale lies below what is on the screen, so that nothing there tells that an answer is wanted. */
function useBelow(section: RefObject<HTMLElement | null>): boolean {
  const [below, setBelow] = useState(false);
  useLayoutEffect(() => {
    const scale = section.current?.querySelector(".levels label");
    if (!scale) return;
    // The lowest part of the screen belongs to the bar.
    const observer = new IntersectionObserver(
      ([entry]) => setBelow(!!entry && !entry.isIntersecting && entry.boundingClientRect.top > 0),
      { rootMargin: "0px 0px -15% 0px" },
    );
    observer.observe(scale);
    return () => observer.disconnect();
  }, []);
  return below;
}

/** For the facilitator and the big screen: how many have answered, and nothing of what. */
export function Answering() {
  const { state } = useBoard();
  const { answered, joined, counting } = state.counts.value;
  return (
    <section class="answering">
      <h2>{say("outcome-check")}</h2>
      <p class="how-many">
        {answered === null ? say("decide-answers-coming") : say("decide-answered", { answered, joined })}
      </p>
      {answered !== null && joined <= 60 ? <Dots n={answered} of={Math.max(answered, joined)} /> : null}
      <p class="lead">{counting < 3 ? say("decide-check-few") : say("decide-check-hidden")}</p>
    </section>
  );
}

/** Shows all answers at once to everybody. Too few are not shown; then the decision can be made final without them. */
export function EndCheck({ look }: { look: "go" | "ink" }) {
  const { commands, state } = useBoard();
  const { tooFew } = useDesk();
  const [busy, setBusy] = useState(false);
  const end = async (): Promise<void> => {
    setBusy(true);
    const answer = await commands.send({ do: "close_consent" });
    if (succeeded(answer)) {
      keepFocus("#stage .result h2", "#stage h1", "#stage");
    } else if (answer.answer === "refused") {
      tooFew.value = state.meta.peek().consent?.n ?? null;
    }
    setBusy(false);
  };
  return (
    <Button look={look} class="end-check" busy={busy} onClick={end}>
      {busy ? say("decide-check-ending") : say("decide-check-end")}
    </Button>
  );
}

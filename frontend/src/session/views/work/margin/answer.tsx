/** An agreement that is asked about: by level without names, or by name. */

import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { announce } from "../../../../kit/feedback";
import { Field } from "../../../../kit/field";
import { say } from "../../../../words/say";
import { type Agreement, LIMITS } from "../../../../worksession.generated";
import { useDraft } from "../../../drafts";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { Name } from "../people/name";
import { OwnerName } from "../people/owner";
import { useAsk, usePeople } from "../use-work";

const LEVELS = [5, 4, 3, 2, 1, 0] as const;
/** Answers from which on nobody can tell whose they are; twin of `facilitation/crowd.py`. */
const CROWD = 3;

export function Question({ id }: { readonly id: string }) {
  const { roots } = useSession();
  const agreement = roots.agreements.value.get(id);
  if (!agreement?.open) return null;
  return (
    <section class="question" aria-labelledby={`question-${id}`}>
      <p class="label">{say("working-can-you")}</p>
      <h2 id={`question-${id}`} dir="auto">
        {agreement.text}
      </h2>
      {(agreement.why || agreement.owner) && (
        <p class="because">
          {agreement.why && <span dir="auto">{agreement.why} </span>}
          {agreement.owner && (
            <span class="small">
              {say("working-sees-to-it")} <OwnerName owner={agreement.owner} />
            </span>
          )}
        </p>
      )}
      {agreement.by === "level" ? <ByLevel id={id} /> : <ByName id={id} agreement={agreement} />}
    </section>
  );
}

/** The draft of a reason. It ends with its question. */
function useReason(id: string, saved: string): Signal<string> {
  const { roots } = useSession();
  const reason = useDraft(`reason-${id}`, saved);
  useEffect(
    () => () => {
      if (!roots.agreements.peek().get(id)?.open) reason.value = saved;
    },
    [id, saved],
  );
  return reason;
}

/** One of six. The answer is kept at once and can be changed until it is closed; nobody sees whose it is. */
function ByLevel({ id }: { readonly id: string }) {
  const { notice, leads } = useSession();
  const asking = useAsk();
  const given = notice.value.you.answers[id];
  const reason = useReason(id, given?.reason ?? "");
  const answered = notice.value.answered[id] ?? 0;
  const present = Math.max(notice.value.present, answered);
  // So few answers would show who gave them: they are waited for, or the question goes.
  const few = notice.value.present >= CROWD && answered < CROWD;
  const choose = async (level: (typeof LEVELS)[number]): Promise<void> => {
    const done = await asking.run({
      do: "answer_agreement",
      agreement: id,
      level,
      reason: reason.value.trim() || null,
    });
    if (done) announce(say("working-answer-kept"));
  };
  return (
    <>
      <fieldset class="scale">
        <legend class="visually-hidden">{say("working-can-you")}</legend>
        {LEVELS.map((level) => (
          <label key={level}>
            <b aria-hidden="true">{level}</b>
            <span>{say(`level-${level}`)}</span>
            <input
              type="radio"
              name={`level-${id}`}
              checked={given?.level === level}
              onChange={() => void choose(level)}
            />
          </label>
        ))}
      </fieldset>
      {given && (
        <Field
          label={say("working-reason")}
          hint={say("working-reason-hint")}
          value={reason.value}
          onInput={(value) => {
            reason.value = value;
          }}
          onBlur={() => {
            if (reason.value.trim() !== given.reason) void choose(given.level);
          }}
          max={LIMITS.note}
          lines={1}
        />
      )}
      <Why text={asking.why} />
      {few ? null : <Close id={id} ready={answered >= present} />}
      <p class="small">
        <b>{say("working-answered", { answered, present })}</b>{" "}
        {few ? say("working-answers-wait", { crowd: CROWD }) : say("working-answers-secret")}
      </p>
      {(few || (leads.value && answered < present)) && <Withdraw id={id} />}
    </>
  );
}

/** Of two or three people: the names stand beside the answers. */
function ByName({ id, agreement }: { readonly id: string; readonly agreement: Agreement }) {
  const { me, leads } = useSession();
  const people = usePeople();
  const asking = useAsk();
  const reason = useReason(id, (me.value && agreement.why_not?.[me.value]) || "");
  const mine = me.value ? agreement.by_name?.[me.value] : undefined;
  const given = Object.keys(agreement.by_name ?? {});
  const ready = given.length >= people.length;
  const others = given.some((id) => id !== me.value);
  const answer = (agree: boolean) =>
    void asking.run({ do: "answer_agreement", agreement: id, agree, reason: reason.value.trim() || null });
  return (
    <>
      <ul class="by-name">
        {people
          .filter((person) => agreement.by_name?.[person.id] !== undefined)
          .map((person) => (
            <li key={person.id}>
              <Name person={person} />{" "}
              {agreement.by_name?.[person.id] ? say("working-says-yes") : say("working-says-no")}
            </li>
          ))}
      </ul>
      <fieldset class="yes-no">
        <legend class="visually-hidden">{say("working-can-you")}</legend>
        <Button aria-pressed={mine === true ? "true" : "false"} busy={asking.busy} onClick={() => answer(true)}>
          {say("working-yes")}
        </Button>
        <Button aria-pressed={mine === false ? "true" : "false"} busy={asking.busy} onClick={() => answer(false)}>
          {say("working-no")}
        </Button>
      </fieldset>
      <Field
        label={say("working-reason")}
        value={reason.value}
        onInput={(value) => {
          reason.value = value;
        }}
        onBlur={() => {
          if (mine !== undefined && reason.value.trim()) answer(mine);
        }}
        max={LIMITS.note}
        lines={1}
      />
      <Why text={asking.why} />
      <Close id={id} ready={ready} />
      {!ready && (leads.value || !others) && <Withdraw id={id} />}
    </>
  );
}

/** Everybody sees the answers at once; they stand in the text from then on. */
function Close({ id, ready }: { readonly id: string; readonly ready: boolean }) {
  const asking = useAsk();
  return (
    <>
      <Button
        class="close-question"
        look={ready ? "go" : "quiet"}
        busy={asking.busy}
        onClick={() => void asking.run({ do: "close_agreement", agreement: id })}
      >
        {say("working-show-answers")}
      </Button>
      <Why text={asking.why} />
    </>
  );
}

/** Takes the question away, so that another one can be asked; once others have answered it, the lead alone may. */
function Withdraw({ id }: { readonly id: string }) {
  const asking = useAsk();
  return (
    <>
      <Button
        look="plain"
        size="s"
        class="withdraw"
        busy={asking.busy}
        onClick={() => void asking.run({ do: "close_agreement", agreement: id, withdraw: true })}
      >
        {say("working-withdraw")}
      </Button>
      <Why text={asking.why} />
    </>
  );
}

import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Field } from "../../../kit/field";
import { say } from "../../../words/say";
import { LIMITS } from "../../../worksession.generated";
import type { Roots } from "../../types";
import { useSession } from "../../use-session";
import { dayIn, listed } from "../../verdicts";
import { Day, PersonChoice } from "../outcome/choices";
import { useUnwritten } from "../use-unwritten";
import type { Draft, Verdict } from "./answer";
import "../outcome/choices.css";

const ANSWERS = ["done", "nearly", "another"] as const;

export interface VerdictsProps {
  readonly draft: Signal<Draft>;
  readonly alone: boolean;
  /** "Another session" also opens it. */
  readonly opens: boolean;
  /** What follows from the answer. */
  readonly children?: ComponentChildren;
}

/** "Is it done?" in three answers; what was typed stays while one looks at the others. */
export function Verdicts({ draft, alone, opens, children }: VerdictsProps) {
  const { verdict } = draft.value;
  const change = (part: Partial<Draft>): void => {
    draft.value = { ...draft.value, ...part };
  };
  return (
    <div class={verdict ? "answered" : ""}>
      <fieldset class="verdicts">
        <legend class="visually-hidden">{say("finish-question")}</legend>
        {ANSWERS.map((one) => (
          <Answer key={one} one={one} chosen={verdict === one} onChoose={() => change({ verdict: one })}>
            <About one={one} draft={draft.value} change={change} alone={alone} opens={opens} />
          </Answer>
        ))}
      </fieldset>
      {children}
      <More draft={draft.value} change={change} />
    </div>
  );
}

interface AnswerProps {
  readonly one: Verdict;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

function Answer({ one, chosen, onChoose, children }: AnswerProps) {
  return (
    <div class={chosen ? "verdict chosen" : "verdict"}>
      <label>
        <input type="radio" name="verdict" checked={chosen} onChange={onChoose} />
        <b>{chosen ? say(`verdict-word-${one}`) : say(`finish-answer-${one}`)}</b>
      </label>
      <div class="about">{children}</div>
    </div>
  );
}

interface AboutProps {
  readonly one: Verdict;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly alone: boolean;
  readonly opens: boolean;
}

function About({ one, draft, change, alone, opens }: AboutProps) {
  const { roots, now } = useSession();
  if (one === "done") return <p>{say("finish-about-done")}</p>;
  if (one === "another") {
    const left = leftOf(roots);
    return (
      <p>
        {left.length > 0 ? say("finish-takes", { left: listed(left) }) : say("finish-takes-text")}
        {!opens && ` ${say("finish-lead-opens")}`}
      </p>
    );
  }
  if (draft.verdict !== "nearly") return <p>{alone ? say("finish-about-nearly-alone") : say("finish-about-nearly")}</p>;
  return (
    <p class="who">
      {!alone && (
        <>
          <PersonChoice
            label={say("finish-finisher")}
            value={draft.finisher}
            onChange={(finisher) => change({ finisher })}
          />{" "}
        </>
      )}
      {alone ? say("finish-by-alone") : say("finish-by")}{" "}
      <Day
        label={say("finish-day")}
        value={draft.by}
        min={dayIn(now.value)}
        none={say("finish-which-day")}
        onInput={(by) => change({ by })}
      />
    </p>
  );
}

/** "1 line", "2 thoughts": what goes to the next session. */
function leftOf({ conditions, tasks, parked }: Roots): string[] {
  const count = (ones: Iterable<boolean>): number => [...ones].filter(Boolean).length;
  const lines = count([...conditions.value.values()].map(({ met }) => !met));
  const open = count([...tasks.value.values()].map(({ state }) => state === "open"));
  const thoughts = count([...parked.value.values()].map((one) => one.as === null || one.as === "next"));
  return [
    lines > 0 ? say("finish-lines", { count: lines }) : "",
    open > 0 ? say("finish-tasks", { count: open }) : "",
    thoughts > 0 ? say("finish-thoughts", { count: thoughts }) : "",
  ].filter(Boolean);
}

/** What may be added to the answer: one line, and where the work is when it was made elsewhere. */
function More({ draft, change }: { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }) {
  const { meta } = useSession();
  const unwritten = useUnwritten();
  // Side by side nobody writes here.
  const empty = unwritten && meta.value.kind !== "coworking";
  if (draft.verdict === null) return null;
  return (
    <div class="more">
      <Field
        label={say("finish-note")}
        placeholder={say("finish-note-hint")}
        value={draft.note}
        max={LIMITS.note}
        onInput={(note) => change({ note })}
      />
      <Field
        label={empty ? say("finish-where") : say("finish-elsewhere")}
        hint={empty ? say("finish-where-hint") : undefined}
        placeholder={say("finish-elsewhere-hint")}
        value={draft.elsewhere}
        max={LIMITS.note}
        onInput={(elsewhere) => change({ elsewhere })}
      />
    </div>
  );
}

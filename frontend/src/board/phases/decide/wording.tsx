import { textSize } from "../../../kit/text/size";
import type { Decision } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { recommendation } from "../../parts/recommended";
import "./wording.css";

const SENTENCE = { "": "sentence", long: "sentence middle", "very-long": "sentence small" };

interface Props {
  decision: Decision;
  options: number;
  level?: 1 | 3;
  /** As the record says it, where a decision is one that was made. */
  made?: boolean;
}

/** The decision exactly as it is written: the sentence largest, then its why, who decides, and what happens next. */
export function Wording({ decision, options, level = 1, made = false }: Props) {
  const Heading = `h${level}` as "h1" | "h3";
  const Next = level === 1 ? "h2" : "h4";
  const recommended = decision.outcome === "recommended";
  return (
    <article class="wording">
      <p class="eyebrow">{recommended ? say("decide-recommendation") : say("decide-decision")}</p>
      {recommended ? (
        <>
          <Heading class="sentence" dir="auto">
            {recommendation(decision, options)}
          </Heading>
          <p class="second" dir="auto">
            {decision.decision}
          </p>
        </>
      ) : (
        <Heading class={SENTENCE[textSize(decision.decision, 160, 400)]} dir="auto">
          {decision.decision}
        </Heading>
      )}
      {decision.why ? (
        <p class="why" dir="auto">
          {/* The direction of the paragraph is that of its text, not of this label. */}
          <bdi class="visually-hidden">{say("decide-why")} </bdi>
          {decision.why}
        </p>
      ) : null}
      <dl class="who">
        <div>
          <dt>{say(`outcome-owner-${made ? decision.outcome : "recommended"}`)}</dt>
          <dd dir="auto">{decision.owner}</dd>
        </div>
        {decision.decide_by ? (
          <div>
            <dt>{say("decide-by")}</dt>
            <dd dir="auto">{decision.decide_by}</dd>
          </div>
        ) : null}
        <div>
          <dt>{say("decide-shortlist")}</dt>
          <dd>{say("decide-shortlist-of", { count: decision.shortlist.length, options })}</dd>
        </div>
      </dl>
      {decision.next_steps.length ? (
        <section class="next-steps">
          <Next class="next">{say("decide-next")}</Next>
          <ol>
            {decision.next_steps.map((step, at) => (
              <li key={at}>
                <span dir="auto">{step.text}</span>
                {step.owner || step.when ? (
                  <small>
                    <bdi>{step.owner}</bdi>
                    {step.owner && step.when ? " · " : ""}
                    <bdi>{step.when}</bdi>
                  </small>
                ) : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </article>
  );
}

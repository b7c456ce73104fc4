import { useFit } from "../../../../kit/fit";
import { lazy } from "../../../../kit/lazy";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { inOneLine } from "../../../parts/options/checks";
import { optionsOf, recommendation } from "../../../parts/recommended";
import { Wall } from "../../../parts/wall/frame";
import "./watch.css";

const WatchWork = lazy(async () => (await import("./work")).WatchWork);

const SIZES = [12.5, 11, 10, 9, 7.6, 6.4, 5.4, 4.6, 3.8];
/** Next steps that are shown; the rest is a number. */
const STEPS = 2;
/** Signs of the decision's address by which it is recognised; the code has all of them. */
const SHORT = 8;

/** Done on the big screen: the decision, until the work goes on. */
export function WatchDone() {
  const { work } = useBoard().state.you.value;
  return work ? <WatchWork work={work} /> : <Decision />;
}

/** The decision, where it stands for good, and what happens next. */
function Decision() {
  const { state } = useBoard();
  const { consents, decision, frozen, question, rounds } = state.meta.value;
  const check = inOneLine({ consents, decision });
  const recommended = decision?.outcome === "recommended";
  const text = !decision
    ? question
    : recommended
      ? recommendation(decision, optionsOf(rounds, decision.shortlist.length))
      : decision.decision;
  const [box] = useFit<HTMLDivElement>(text, SIZES);
  return (
    <Wall class="watch-done" bare>
      <div class="wall-fit" ref={box}>
        {decision ? (
          <p class="wall-question" dir="auto">
            {question}
          </p>
        ) : null}
        <h1 class="fitted" dir="auto" tabIndex={-1}>
          {text}
        </h1>
        {decision ? (
          <p class="by">
            {say(recommended ? "screen-recommended-to" : "screen-decided-by")} <bdi>{decision.owner}</bdi>
            {". "}
            {check}
          </p>
        ) : null}
        <p class="wall-cut">{say("screen-rest")}</p>
      </div>
      {frozen ? (
        <div class="base">
          <Take sha256={frozen} />
          <Next />
        </div>
      ) : null}
    </Wall>
  );
}

/** The decision to take home. */
function Take({ sha256 }: { sha256: string }) {
  const { boot } = useBoard();
  return (
    <div class="take">
      <img
        class="wall-code"
        src={`/boards/${boot.board}/qr/decision.svg?${sha256.slice(0, SHORT)}`}
        alt={say("screen-decision-code")}
      />
      <div>
        <h2>{say("screen-take")}</h2>
        <p>{say("screen-take-what")}</p>
        <p class="wall-address" translate={false}>
          {location.host}/decisions/<b>{sha256.slice(0, SHORT)}…</b>
        </p>
      </div>
    </div>
  );
}

/** What this page knows of the work to come: the next steps of the decision. */
function Next() {
  const steps = useBoard().state.meta.value.decision?.next_steps ?? [];
  if (steps.length === 0) return null;
  return (
    <div class="next">
      <h2>{say("done-steps")}</h2>
      <ul>
        {steps.slice(0, STEPS).map(({ text, owner, when }, at) => (
          <li key={at}>
            <bdi dir="auto">{text}</bdi>
            {owner ? (
              <>
                {", "}
                <bdi>{owner}</bdi>
              </>
            ) : null}
            {when ? (
              <>
                {", "}
                <bdi>{when}</bdi>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {steps.length > STEPS ? <p>{say("screen-more", { count: steps.length - STEPS })}</p> : null}
    </div>
  );
}

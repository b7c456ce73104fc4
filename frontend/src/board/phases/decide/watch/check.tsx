import { useFit } from "../../../../kit/fit";
import type { Decision } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import type { Level } from "../../../engine/types";
import { useBoard } from "../../../engine/use-board";
import { optionsOf, recommendation } from "../../../parts/recommended";
import { Wall } from "../../../parts/wall/frame";
import "./check.css";

export const LEVELS: readonly Level[] = [5, 4, 3, 2, 1, 0];
const SIZES = [12.5, 11, 10, 9, 7.6, 6.4, 5.4, 4.6, 3.8, 3.34];
/** As many people as are drawn as dots. */
const MOST = 48;

/** What is asked about, as the record will say it. */
export function useWording(decision: Decision): { text: string; second: string | null } {
  const { rounds } = useBoard().state.meta.value;
  if (decision.outcome !== "recommended") return { text: decision.decision, second: null };
  const text = recommendation(decision, optionsOf(rounds, decision.shortlist.length));
  return { text, second: decision.decision || null };
}

/** A wording stands; while it is asked about, the scale and how many have answered, and nothing of what. */
export function Check({ decision, open }: { decision: Decision; open: boolean }) {
  const { state } = useBoard();
  const { text, second } = useWording(decision);
  const { answered, joined, counting } = state.counts.value;
  const [box] = useFit<HTMLDivElement>(`${text}${second}${decision.why}${open}`, SIZES);
  const now = open ? (counting < 3 ? say("screen-answers-few") : say("screen-answers-hidden")) : undefined;
  return (
    <Wall class="watch-check" now={now}>
      <div class="wall-fit" ref={box}>
        <p class="wall-asks">{open ? say("outcome-check") : say("screen-wording")}</p>
        <h1 class="fitted" dir="auto" tabIndex={-1}>
          {text}
        </h1>
        {second ? (
          <p class="second" dir="auto">
            {second}
          </p>
        ) : null}
        {decision.why ? (
          <p class="second" dir="auto">
            {decision.why}
          </p>
        ) : null}
        <p class="wall-cut">{say("screen-rest")}</p>
      </div>
      {open ? (
        <div class="base">
          <ol>
            {LEVELS.map((level) => (
              <li key={level}>
                <b>{level}</b>
                <span>{say(`level-${level}`)}</span>
              </li>
            ))}
          </ol>
          {answered === null ? null : (
            <p class="answered">
              <b>{say("screen-answered", { answered, joined })}</b>
              {joined <= MOST ? (
                <span class="people" aria-hidden="true">
                  {Array.from({ length: Math.max(answered, joined) }, (_, at) => (
                    <i key={at} class={at < answered ? "on" : ""} />
                  ))}
                </span>
              ) : null}
            </p>
          )}
        </div>
      ) : null}
    </Wall>
  );
}

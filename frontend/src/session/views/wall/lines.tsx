import { useFit } from "../../../kit/fit";
import { say } from "../../../words/say";
import type { Condition } from "../../../worksession.generated";
import { Tick } from "../work/tick";
import "./lines.css";

type Row = readonly [id: string, condition: Condition];

/** From large to the smallest that is read from ten metres, in hundredths of the width. */
const SIZES = [2.6, 2.2, 1.9];
const LARGE = [4.2, 3.4, 2.8, 2.3, 1.9];

export interface LinesProps {
  readonly conditions: readonly Row[];
  /** How many ticks have landed; the others are still to come. */
  readonly landed?: number;
  readonly large?: boolean;
}

/** "Done when" as far as it fits, what is open first; the rest is counted. */
export function Lines({ conditions, landed = Number.POSITIVE_INFINITY, large = false }: LinesProps) {
  const sorted =
    conditions.length > 8 ? [...conditions].sort(([, a], [, b]) => Number(a.met) - Number(b.met)) : conditions;
  const key = sorted.map(([id, { text }]) => `${id}${text}`).join();
  const [box, over] = useFit<HTMLOListElement>(key, large ? LARGE : SIZES);
  const shown = sorted.length - over;
  const met = conditions.filter(([, one]) => one.met).length;
  let ticks = 0;
  return (
    <div class="wall-lines">
      <ol ref={box}>
        {sorted.map(([id, one], at) => {
          if (one.met) ticks += 1;
          const lands = one.met && ticks <= landed;
          return (
            <li key={id} class={`${lands ? "met" : ""}${at >= shown ? " out" : ""}`}>
              <Tick />
              <span dir="auto">
                <span class="visually-hidden">{one.met ? say("verdict-met") : say("verdict-not-met")}: </span>
                {one.text}
              </span>
            </li>
          );
        })}
      </ol>
      {over > 0 && <p class="more">{say("wall-more", { count: over, met, all: conditions.length })}</p>}
    </div>
  );
}

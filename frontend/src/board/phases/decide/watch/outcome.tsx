import { useState } from "preact/hooks";
import { useFit } from "../../../../kit/fit";
import type { ConsentCheck, Decision } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { standing } from "../../../parts/options/checks";
import { Wall } from "../../../parts/wall/frame";
import { PageKeys } from "../../../parts/wall/keys";
import { LEVELS, useWording } from "./check";
import "./outcome.css";

const SIZES = [8, 7.2, 6.4, 5.4, 4.6, 4.2, 3.8, 3.34];
/** With more answers to a level than this, bars and numbers stand in place of the dots, at all levels. */
const DRAWN = 12;

/** The answers of an ended check, and the reasons one after the other, in the order into which the server shuffled them. */
export function Outcome({ decision, check }: { decision: Decision; check: ConsentCheck }) {
  const { text } = useWording(decision);
  const [page, setPage] = useState(0);
  const at = Math.min(page, Math.max(0, check.reasons.length - 1));
  const reason = check.reasons[at];
  const most = Math.max(check.silent, ...LEVELS.map((level) => check.counts[level]));
  return (
    <Wall class="watch-outcome" now={standing(check)}>
      <div class="wall-outcome">
        <h1 dir="auto" tabIndex={-1}>
          {text}
        </h1>
        <ol>
          {LEVELS.map((level) => (
            <li key={level} class={check.counts[level] === 0 ? "none" : level === reason?.level ? "here" : ""}>
              <b>{level}</b>
              <span>{say(`level-${level}`)}</span>
              <People count={check.counts[level]} most={most} />
            </li>
          ))}
          {check.silent > 0 ? (
            <li class="silent">
              <b aria-hidden="true">–</b>
              <span>{say("screen-silent")}</span>
              <People count={check.silent} most={most} />
            </li>
          ) : null}
        </ol>
        <Reason check={check} at={at} />
      </div>
      <PageKeys at={at} count={check.reasons.length} go={setPage} />
    </Wall>
  );
}

function People({ count, most }: { count: number; most: number }) {
  if (most > DRAWN)
    return (
      <span class="sum">
        <i class="outcome-share" style={{ "--share": count / most }} />
        <span class="total">{count}</span>
      </span>
    );
  return (
    <span class="sum" role="img" aria-label={String(count)}>
      {Array.from({ length: count }, (_, at) => (
        <i key={at} />
      ))}
    </span>
  );
}

function Reason({ check, at }: { check: ConsentCheck; at: number }) {
  const one = check.reasons[at];
  const [box] = useFit<HTMLDivElement>(one?.reason ?? "", SIZES);
  return (
    <section class="reason" aria-live="off">
      <p>
        <b>{one ? say(`level-${one.level}`) : say("screen-no-reasons")}</b>
        {one ? <span>{say("screen-reason", { at: at + 1, count: check.reasons.length })}</span> : null}
      </p>
      <div class="wall-fit" ref={box}>
        {one ? (
          <blockquote class="fitted" dir="auto">
            {one.reason}
          </blockquote>
        ) : null}
        <p class="wall-cut">{say("screen-rest")}</p>
      </div>
    </section>
  );
}

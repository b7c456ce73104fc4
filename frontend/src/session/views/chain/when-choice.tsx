import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { ownZone, whenOf } from "../../when";
import { localValue } from "../prepare/times";
import type { Plan } from "./plan";
import "./chain.css";

export interface WhenProps {
  readonly plan: Plan;
  /** There may be no next session. */
  readonly mayStop: boolean;
  readonly onChange: (plan: Plan) => void;
}

/** When the next session begins. */
export function WhenChoice({ plan, mayStop, onChange }: WhenProps) {
  const change = (part: Partial<Plan>): void => onChange({ ...plan, ...part });
  const ways: readonly (readonly [Plan["way"], string])[] = [
    ["time", whenOf(plan.starts, plan.zone)],
    ["here", say("chain-plan-here")],
    ...(mayStop ? ([["none", say("chain-plan-none")]] as const) : []),
  ];
  return (
    <fieldset class="next-when">
      <legend>{say("chain-plan")}</legend>
      {ways.map(([way, words]) => (
        <div key={way}>
          <label>
            <input type="radio" name="next-when" checked={plan.way === way} onChange={() => change({ way })} />
            <span>{words}</span>
          </label>
          {way === "time" && plan.way === "time" && <Time plan={plan} change={change} />}
        </div>
      ))}
    </fieldset>
  );
}

interface TimeProps {
  readonly plan: Plan;
  readonly change: (part: Partial<Plan>) => void;
}

function Time({ plan, change }: TimeProps) {
  const { kind } = useSession().meta.value;
  return (
    <>
      <div class="line boxed">
        <input
          type="datetime-local"
          aria-label={say("chain-plan-time")}
          value={localValue(plan.starts)}
          onChange={({ currentTarget }) => {
            const at = new Date(currentTarget.value).getTime() / 1000;
            if (Number.isFinite(at)) change({ starts: Math.round(at), zone: ownZone() });
          }}
        />
      </div>
      {(kind === "coworking" || plan.weekly) && (
        <label>
          <input
            type="checkbox"
            checked={plan.weekly}
            onChange={({ currentTarget }) => change({ weekly: currentTarget.checked })}
          />
          <span>{say("chain-weekly")}</span>
        </label>
      )}
    </>
  );
}

import { useEffect, useState } from "preact/hooks";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { clockTime } from "./work-when";

/** Seconds between a board and the work, for whoever wants them. */
const PAUSE = 5 * 60;
/** How often the offered time is looked at again (ms). */
const EVERY = 5000;

/** When the work begins after a pause, on a whole minute; twin of `after_pause` on the server. */
export function afterPause(now: number): number {
  return Math.ceil((now + PAUSE) / 60) * 60;
}

/** The time of day at which the work would begin. */
function useAfterPause(): string {
  const { clock } = useBoard();
  const [at, look] = useState(() => afterPause(clock.serverNow()));
  useEffect(() => {
    const looking = setInterval(() => look(afterPause(clock.serverNow())), EVERY);
    return () => clearInterval(looking);
  }, [clock]);
  return clockTime(at);
}

/** The next steps; whoever leads starts a work session with one of them. A form: it works as on the decision's page. */
export function Steps({ decision }: { readonly decision: string }) {
  const steps = useBoard().state.meta.value.decision?.next_steps ?? [];
  return (
    <section class="next-steps">
      <h2>{say("done-steps")}</h2>
      <form method="post" action={`/decisions/${decision}/worksessions`}>
        <label class="pause">
          <input type="checkbox" name="pause" value="5" defaultChecked />
          {say("done-pause", { time: useAfterPause() })}
        </label>
        {steps.length === 0 ? (
          <button class="button quiet size-m" type="submit">
            {say("done-start-whole")}
          </button>
        ) : (
          <ol>
            {steps.map(({ text }, at) => (
              <li key={text}>
                <span dir="auto">{text}</span>
                <button class="button quiet size-s" type="submit" name="step" value={at}>
                  {say("done-start")}
                </button>
              </li>
            ))}
          </ol>
        )}
      </form>
    </section>
  );
}

import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { stateOf } from "../../verdicts";
import { Conditions } from "../outcome/conditions";
import { Why } from "../why";
import { useAsk } from "../work/use-work";
import { Part } from "./part";
import { isCorrected } from "./recap/recap-state";
import { Write } from "./write";

/**
 * Whether this person may finish what is nearly done: who was named for it, and whoever leads. Once the recap is shared
 * that is a correction, which the lead alone makes.
 */
export function useFinishes(): boolean {
  const { meta, me, boot } = useSession();
  const { ending, state } = meta.value;
  if (me.value === null || state !== "ended" || ending?.verdict !== "nearly" || ending.finished_at !== null)
    return false;
  return boot.role === "lead" || (ending.finisher === me.value && !isCorrected(meta.value));
}

/** Whoever finishes it writes on here, ticks, and says when it is done. */
export function Finishing() {
  const { roots } = useSession();
  const { run, busy, why } = useAsk();
  const { met, all } = stateOf(roots.conditions.value);
  return (
    <Part title={say("ended-finish-it")}>
      <p class="large">{say("ended-open", { open: all - met, all })}</p>
      {all > 0 && <Conditions ticked />}
      <Write />
      <p class="press">
        <Button look="go" size="l" busy={busy} onClick={() => void run({ do: "finish" })}>
          {say("ended-finished")}
        </Button>
        <span class="small">{say("ended-finished-hint")}</span>
      </p>
      <Why text={why} />
    </Part>
  );
}

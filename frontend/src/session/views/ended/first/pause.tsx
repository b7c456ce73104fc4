import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { timeOfDay } from "../../work/time/face";
import { NextOne } from "../next-one";
import { Part } from "../part";
import { backAt } from "./tired";

/** Ten minutes away from the screen, after two sessions in a row. Nothing on the server knows of it. */
export function Pause() {
  const { now } = useSession();
  const [until, setUntil] = useState<number | null>(null);
  const over = until !== null && now.value >= until;
  useEffect(() => {
    if (until === null) return;
    document.title = over ? say("ended-pause-over") : say("ended-pause-back", { time: timeOfDay(until) });
  }, [until, over]);
  if (over) return <NextOne alone />;
  return (
    <Part title={say("ended-pause")}>
      <p class={until === null ? "large" : "large back"} role="status">
        {until === null ? say("ended-pause-due") : say("ended-pause-back", { time: timeOfDay(until) })}
      </p>
      <p class="press">
        {until === null ? (
          <Button onClick={() => setUntil(backAt(now.peek()))}>
            {say("ended-pause-take", { time: timeOfDay(backAt(now.value)) })}
          </Button>
        ) : (
          <span class="small">{say("ended-pause-away")}</span>
        )}
      </p>
    </Part>
  );
}

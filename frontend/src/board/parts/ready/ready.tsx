import { useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { succeeded } from "../../../kit/feedback";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { Count } from "../bar/counts";
import { Dots } from "../options/dots";
import "./ready.css";

/** A dot a person, up to here. */
const MOST_DOTS = 16;

/** "I've read them" in Read, "I'm done" in Group: a participant says it with one press and takes it back with another. */
export function ReadyButton() {
  const { boot, commands, state } = useBoard();
  const busy = useSignal(false);
  if (boot.role !== "participate") return null;
  const ready = state.you.value.ready;
  const reads = state.phase.value === "reveal";
  const press = async () => {
    busy.value = true;
    succeeded(await commands.send({ do: "set_ready", ready: !ready }));
    busy.value = false;
  };
  return (
    <Button
      class="ready-button"
      look={ready || !reads ? "quiet" : "go"}
      icon={ready ? "check" : undefined}
      aria-pressed={ready ? "true" : "false"}
      busy={busy.value}
      onClick={() => void press()}
    >
      {reads ? say("ready-read") : say("ready-group")}
    </Button>
  );
}

/** "8 of 12 have read them", with a dot a person. Below three people the server keeps the number to itself. */
export function ReadyCount() {
  const { state } = useBoard();
  const { ready, here } = state.counts.value;
  if (ready === null) return null;
  // Somebody who was ready may have left.
  const of = Math.max(here, ready);
  return (
    <span class="ready-count">
      <Count of={say(state.phase.value === "reveal" ? "ready-read-count" : "ready-group-count", { ready, of })} />
      {of <= MOST_DOTS ? <Dots n={ready} of={of} /> : null}
    </span>
  );
}

/** Both side by side, for a bar that has other counts. */
export function Ready() {
  return (
    <>
      <ReadyCount />
      <ReadyButton />
    </>
  );
}

import { useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { Dialog } from "../../../kit/dialog";
import { succeeded } from "../../../kit/feedback";
import { marked } from "../../../kit/marked";
import { say } from "../../../words/say";
import { useAdmission } from "../../actions/admit";
import { useOpenPhase } from "../../actions/open-phase";
import { toReveal } from "../../engine/document/counting";
import { useBoard } from "../../engine/use-board";
import { useSecondsUntil } from "../../parts/time/countdown";
import { face } from "../../parts/time/time";

/** "Reveal 117 ideas · 3 came late, include them": loud once time is up, and with a question while people still write. */
export function RevealAction() {
  const { clock, commands, state } = useBoard();
  const include = useSignal(true);
  const asking = useSignal(false);
  const { busy, open } = useOpenPhase();
  const { admit } = useAdmission();
  const { ideas, late } = state.counts.value;
  const { fresh, before } = toReveal(state.counts.value, state.ideas.value);
  const left = clock.remaining.value;
  const running = left !== null && left > 0 && !clock.over.value;
  const trayed = late ?? 0;
  const nothing = ideas + trayed === 0 && !before;
  const held = useSecondsUntil(state.timer.value.revealAt);
  const waiting = busy || held !== null || state.timer.value.closing !== null;

  const reveal = async () => {
    asking.value = false;
    const done = await open("reveal");
    // While a reveal is held, writing is open again and takes the tray in.
    if (done && include.value && (state.counts.peek().late ?? 0) > 0) await admit();
  };

  // Unfinished ideas still arrive in the last moment of a hold.
  const label = waiting
    ? held === null || clock.over.value
      ? say("write-revealing")
      : null
    : before && fresh === 0
      ? say("write-read-on")
      : running && !nothing
        ? say("write-reveal-now", { count: fresh })
        : say("write-reveal", { count: fresh });
  return (
    <>
      {held === null || clock.over.value ? null : (
        <Button class="wide" onClick={async () => succeeded(await commands.send({ do: "set_timer", extend: 60 }))}>
          {say("write-keep-writing")}
        </Button>
      )}
      {trayed > 0 && held === null ? (
        <label class="check">
          <input
            type="checkbox"
            checked={include.value}
            onChange={(event) => {
              include.value = event.currentTarget.checked;
            }}
          />
          <span class="full">{say("write-late", { count: trayed })}</span>
          <span class="short" aria-hidden="true">
            {say("write-late-short", { count: trayed })}
          </span>
        </label>
      ) : null}
      <Button
        look={running ? "quiet" : "go"}
        busy={waiting}
        disabled={nothing}
        onClick={() => {
          if (running) {
            asking.value = true;
          } else {
            void reveal();
          }
        }}
      >
        {label ?? (
          <span class="held">
            {marked(say("write-reveal-in", { seconds: held ?? 0 }), "small", (part) => (
              <small>{part}</small>
            ))}
          </span>
        )}
      </Button>
      <Dialog
        open={asking.value && running}
        onClose={() => {
          asking.value = false;
        }}
        size="s"
        title={say("write-early")}
        actions={
          <>
            <Button onClick={() => (asking.value = false)}>{say("write-keep-writing")}</Button>
            <Button look="go" autofocus onClick={() => void reveal()}>
              {say("write-reveal", { count: fresh })}
            </Button>
          </>
        }
      >
        <p>{say("write-early-text", { left: face(left ?? 0) })}</p>
      </Dialog>
    </>
  );
}

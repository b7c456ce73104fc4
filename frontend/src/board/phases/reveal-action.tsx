import { useSignal } from "@preact/signals";
import { Button } from "../../kit/button";
import { Dialog } from "../../kit/dialog";
import { succeeded } from "../../kit/feedback";
import { views } from "../../words/views";
import { writing } from "../../words/writing";
import { toReveal } from "../counting";
import { useSecondsUntil } from "../shell/countdown";
import { face } from "../shell/time";
import { useBoard } from "../shell/use-board";

/** "Reveal 117 ideas · 3 came late, include them": loud once time is up, and with a question while people still write. */
export function RevealAction() {
  const { clock, commands, state } = useBoard();
  const include = useSignal(true);
  const asking = useSignal(false);
  const busy = useSignal(false);
  const { ideas, late } = state.counts.value;
  const { fresh, before } = toReveal(state.counts.value, state.ideas.value);
  const left = clock.remaining.value;
  const running = left !== null && left > 0 && !clock.over.value;
  const trayed = late ?? 0;
  const nothing = ideas + trayed === 0 && !before;
  const held = useSecondsUntil(state.timer.value.revealAt);
  const waiting = busy.value || held !== null || state.timer.value.closing !== null;

  const reveal = async () => {
    asking.value = false;
    busy.value = true;
    const done = succeeded(await commands.openPhase("reveal"));
    // While a reveal is held, writing is open again and takes the tray in.
    if (done && include.value && (state.counts.peek().late ?? 0) > 0) {
      succeeded(await commands.admitLate());
    }
    busy.value = false;
  };

  // Unfinished ideas still arrive in the last moment of a hold.
  const label = waiting
    ? held === null || clock.over.value
      ? views.next.revealing
      : null
    : before && fresh === 0
      ? writing.next.readOn
      : running && !nothing
        ? writing.next.revealNow(fresh)
        : writing.next.reveal(fresh);
  return (
    <>
      {held === null || clock.over.value ? null : (
        <Button class="wide" onClick={async () => succeeded(await commands.setTimer({ extend: 60 }))}>
          {writing.next.keepWriting}
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
          <span class="full">{writing.next.late(trayed)}</span>
          <span class="short" aria-hidden="true">
            {writing.next.lateShort(trayed)}
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
            {writing.next.revealIn(held ?? 0)}
            <small>{writing.next.heldWhy}</small>
          </span>
        )}
      </Button>
      <Dialog
        open={asking.value && running}
        onClose={() => {
          asking.value = false;
        }}
        size="s"
        title={writing.next.early}
        actions={
          <>
            <Button onClick={() => (asking.value = false)}>{writing.next.keepWriting}</Button>
            <Button look="go" autofocus onClick={() => void reveal()}>
              {writing.next.reveal(fresh)}
            </Button>
          </>
        }
      >
        <p>{writing.next.earlyText(face(left ?? 0))}</p>
      </Dialog>
    </>
  );
}

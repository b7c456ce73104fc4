import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { Dialog } from "../../../kit/dialog";
import { say } from "../../../words/say";
import { useOpenPhase } from "../../actions/open-phase";
import { useBoard } from "../../engine/use-board";
import { Bar } from "../../parts/bar/bar";
import { choosing } from "./choosing";
import { useDesk } from "./desk";

/** Vote's part of the footer bar. */
export function VoteBar() {
  const { role } = useBoard().boot;
  if (role === "facilitate") return <Close />;
  return <Done />;
}

function Done() {
  const desk = useDesk();
  if (!desk) return null;
  const { done } = desk.choice;
  return (
    <Bar
      actions={
        <Button
          look={done || desk.left > 0 ? "quiet" : "go"}
          icon={done ? "check" : undefined}
          aria-pressed={done}
          disabled={desk.closing}
          onClick={() => desk.done(!done)}
        >
          {say("vote-done")}
        </Button>
      }
    />
  );
}

function Close() {
  const { state } = useBoard();
  const { busy, open } = useOpenPhase();
  const [asked, setAsked] = useState(false);
  const counts = state.counts.value;
  const waiting = choosing(counts);
  const underWay = busy || state.timer.value.closing !== null;
  const close = async (): Promise<void> => {
    setAsked(false);
    await open("decide");
  };
  return (
    <>
      <Bar
        actions={
          <Button look="go" busy={underWay} onClick={() => (waiting > 0 ? setAsked(true) : close())}>
            {underWay ? say("vote-room-closing") : say("vote-room-close")}
          </Button>
        }
      />
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        size="s"
        title={say("vote-room-early", { count: waiting })}
        lead={say("vote-room-early-lead")}
        actions={
          <>
            <Button look="quiet" onClick={() => setAsked(false)}>
              {say("vote-room-wait")}
            </Button>
            <Button look="go" onClick={close}>
              {say("vote-room-close")}
            </Button>
          </>
        }
      />
    </>
  );
}

import { useSignal } from "@preact/signals";
import { Button } from "../../kit/button";
import { Dialog } from "../../kit/dialog";
import { succeeded } from "../../kit/feedback";
import { say } from "../../words/say";
import { useBoard } from "../engine/use-board";
import "./correcting.css";

/** Opens a final decision again: to correct it, or to enter what the owner of a recommendation decided. */
export function Correct() {
  const { boot, commands, state } = useBoard();
  const open = useSignal(false);
  const busy = useSignal(false);
  if (boot.role !== "facilitate") return null;
  const recommended = state.meta.value.decision?.outcome === "recommended";
  const close = () => (open.value = false);
  const correct = async (): Promise<void> => {
    busy.value = true;
    const done = succeeded(await commands.send({ do: "correct" }));
    busy.value = false;
    if (done) close();
  };
  return (
    <>
      <Button size="l" icon="edit" onClick={() => (open.value = true)}>
        {recommended ? say("correct-decide") : say("correct-button")}
      </Button>
      <Dialog
        open={open.value}
        onClose={close}
        title={recommended ? say("correct-decide-title") : say("correct-title")}
        lead={say("correct-lead")}
        size="s"
        actions={
          <>
            <Button onClick={close}>{say("correct-back")}</Button>
            <Button look="go" busy={busy.value} onClick={correct}>
              {busy.value ? say("correct-opening") : say("correct-press")}
            </Button>
          </>
        }
      >
        <div class="correcting">
          <p>{say("correct-what")}</p>
          <p>{say("correct-unchanged")}</p>
        </div>
      </Dialog>
    </>
  );
}

/** On the board of a decision that was opened again: the record that stands meanwhile. */
export function Standing() {
  const { boot, state } = useBoard();
  const { frozen } = state.meta.value;
  if (!frozen) return null;
  return (
    <p class="stands">
      {say("correct-stands")}{" "}
      {boot.role === "watch" ? null : (
        <a href={`/decisions/${frozen}`} target="_blank" rel="noopener">
          {say("correct-record")}
        </a>
      )}
    </p>
  );
}

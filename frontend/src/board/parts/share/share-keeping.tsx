import { useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { Dialog } from "../../../kit/dialog";
import { toast } from "../../../kit/feedback";
import { Field } from "../../../kit/field";
import { day, say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { deletedHere } from "./deleted-here";
import "./share-keeping.css";

const DAY = 86400;

/** A day so many days after a moment, in UTC as the server counts. */
export function dayAfter(seconds: number, days: number): string {
  return day(new Date((seconds + days * DAY) * 1000));
}

/** Until when the board and its decision are kept here. Being here counts as using it. */
export function Kept() {
  const { boot, state } = useBoard();
  const { boards, decisions } = boot.keep ?? { boards: null, decisions: null };
  const { frozen_at } = state.meta.value;
  const board =
    boards === null
      ? say("keep-board-stays")
      : say("keep-board-goes", { day: dayAfter(state.notice.value.now, boards) });
  const decision =
    decisions === null
      ? null
      : frozen_at
        ? say("keep-decision-goes", { day: dayAfter(frozen_at, decisions) })
        : say("keep-decisions-go", { days: decisions });
  return (
    <p>
      {board}
      {decision ? ` ${decision}` : null}
    </p>
  );
}

/** The day on which it all goes, and the facilitator's way to do it now. */
export function Keeping() {
  const { boot } = useBoard();
  const open = useSignal(false);
  return (
    <>
      <section class="way">
        <div>
          <h3>{say("keep-title")}</h3>
          <Kept />
        </div>
        {boot.role === "facilitate" ? (
          <div class="line-up">
            <Button onClick={() => (open.value = true)}>{say("keep-delete")}</Button>
          </div>
        ) : null}
      </section>
      <DeleteBoard open={open.value} onClose={() => (open.value = false)} />
    </>
  );
}

function DeleteBoard({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { boot, state } = useBoard();
  const { frozen } = state.meta.value;
  const choice = useSignal<"keep" | "delete" | null>(null);
  const typed = useSignal("");
  const busy = useSignal(false);
  const decision = frozen ? choice.value : "delete";
  const sure = typed.value.trim().toLowerCase() === say("keep-word");
  const close = () => {
    typed.value = "";
    choice.value = null;
    onClose();
  };
  const remove = async (): Promise<void> => {
    busy.value = true;
    const done = await deleted(boot.board, decision);
    busy.value = false;
    if (done) deletedHere.value = decision === "keep" ? "decision-kept" : "deleted";
    else toast(say("keep-failed"));
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={say("keep-delete-title")}
      lead={say("keep-delete-lead")}
      light={false}
      actions={
        <>
          <Button onClick={close}>{say("keep-back")}</Button>
          <Button look="ink" busy={busy.value} disabled={!sure || decision === null} onClick={remove}>
            {busy.value
              ? say("keep-deleting")
              : frozen && decision === "delete"
                ? say("keep-press-both")
                : say("keep-press")}
          </Button>
        </>
      }
    >
      <div class="deleting">
        {frozen ? (
          <fieldset>
            <legend>{say("keep-which")}</legend>
            {(["keep", "delete"] as const).map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="decision"
                  checked={choice.value === one}
                  onChange={() => (choice.value = one)}
                />
                <span>
                  <b>{say(one === "keep" ? "keep-keep" : "keep-both")}</b>
                  <small>{say(one === "keep" ? "keep-keep-hint" : "keep-both-hint")}</small>
                </span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <Field
          label={say("keep-type", { word: say("keep-word") })}
          value={typed.value}
          onInput={(value) => (typed.value = value)}
          autofocus={!frozen}
        />
      </div>
    </Dialog>
  );
}

async function deleted(board: string, decision: "keep" | "delete" | null): Promise<boolean> {
  if (decision === null) return false;
  try {
    const answer = await fetch(`/api/boards/${board}?decision=${decision}`, { method: "DELETE" });
    return answer.ok;
  } catch {
    return false;
  }
}

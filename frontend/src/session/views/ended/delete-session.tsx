import { useState } from "preact/hooks";
import { Button } from "../../../kit/button";
import { Dialog } from "../../../kit/dialog";
import { Field } from "../../../kit/field";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { Why } from "../why";
import { useAsk } from "../work/use-work";
import { recapOf } from "./recap/recap-state";

/** Says what goes, and asks for a word: there is no way back. */
export function DeleteSession({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { meta } = useSession();
  const { run, busy, why } = useAsk();
  const [typed, setTyped] = useState("");
  const { before, next } = meta.value;
  const sure = typed.trim().toLowerCase() === say("ended-delete-word");
  const close = (): void => {
    setTyped("");
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={say("ended-delete-title")}
      lead={say("ended-delete-lead")}
      light={false}
      actions={
        <>
          <Button onClick={close}>{say("ended-delete-back")}</Button>
          <Button look="ink" busy={busy} disabled={!sure} onClick={() => void run({ do: "delete" })}>
            {busy ? say("ended-deleting") : say("ended-delete-press")}
          </Button>
        </>
      }
    >
      {recapOf(meta.value) !== null && <p>{say("ended-delete-recap")}</p>}
      {(before !== null || next !== null) && <p>{say("ended-delete-chain")}</p>}
      <Field
        label={say("ended-delete-type", { word: say("ended-delete-word") })}
        value={typed}
        onInput={setTyped}
        autofocus
      />
      <Why text={why} />
    </Dialog>
  );
}

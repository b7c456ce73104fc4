import { useState } from "preact/hooks";
import { announce, succeeded, toast } from "../../../../kit/feedback";
import { keepFocus } from "../../../../kit/page/focus";
import type { Decision } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { deskOf, shortlistInOrder } from "../desk";
import { missing } from "./draft";
import { useDraft } from "./own-draft";

/** Shows the draft to everybody, or says what is still missing. `after` is the wording that the writer has read. */
export function useShow(): { busy: boolean; show: (after: Decision | null) => Promise<void> } {
  const board = useBoard();
  const { tried, writing } = deskOf(board);
  const own = useDraft();
  const [busy, setBusy] = useState(false);
  const show = async (after: Decision | null): Promise<void> => {
    const gap = missing(own.draft, shortlistInOrder(board))[0];
    if (gap) {
      tried.value = true;
      requestAnimationFrame(() => {
        const field = document.querySelector<HTMLElement>(".write-decision [aria-invalid=true]");
        field?.focus();
        if (field) announce(say(`form-missing-${gap}`));
        else toast(say(`form-missing-${gap}`));
      });
      return;
    }
    const command = own.command(after);
    setBusy(true);
    const done = succeeded(await board.commands.send({ do: "write_decision", ...command }));
    setBusy(false);
    if (!done) return;
    own.shown(command);
    writing.value = false;
    announce(say("form-shown"));
    keepFocus("#stage h1", "#stage");
    window.scrollTo({ top: 0 });
  };
  return { busy, show };
}

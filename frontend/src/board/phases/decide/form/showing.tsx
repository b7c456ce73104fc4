import { Button } from "../../../../kit/button";
import { announce } from "../../../../kit/feedback";
import { keepFocus } from "../../../../kit/page/focus";
import { trimmed } from "../../../../kit/text/rules";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { Bar } from "../../../parts/bar/bar";
import { deskOf, shortlistInOrder, useDesk } from "../desk";
import { missing } from "./draft";
import { useDraft } from "./own-draft";
import { useShow } from "./show";

/** The bar while the decision is written. */
export function Showing() {
  return useDesk().writing.value ? <Show /> : null;
}

function Show() {
  const board = useBoard();
  const { state } = board;
  const { writing } = deskOf(board);
  const { draft, newer } = useDraft();
  const { busy, show } = useShow();
  const gap = missing(draft, shortlistInOrder(board))[0];
  const stands = state.meta.value.decision?.decision;
  const hint =
    stands === undefined
      ? say("form-show-hint")
      : stands === trimmed(draft.decision)
        ? say("form-show-same")
        : say("form-show-again");
  const press = async (): Promise<void> => {
    if (newer) {
      // It stands beside the form, on a phone below it, where it pushed no field from under the hand.
      announce(say("form-newer"));
      const panel = document.querySelector(".newer");
      panel?.scrollIntoView({ block: "center" });
      panel?.querySelector("button")?.focus({ preventScroll: true });
      return;
    }
    await show(draft.base);
  };
  return (
    <Bar
      start={
        <Button
          look="plain"
          icon="back"
          class="leave"
          onClick={() => {
            writing.value = false;
            keepFocus("#stage h1", "#stage");
          }}
        >
          <span class="wide">{state.meta.value.decision ? say("form-leave") : say("form-back")}</span>
        </Button>
      }
      middle={<p>{newer ? say("form-newer") : gap ? say(`form-missing-${gap}`) : hint}</p>}
      actions={
        <Button look="go" busy={busy} aria-disabled={newer ? "true" : undefined} onClick={press}>
          {say("form-show")}
        </Button>
      }
    />
  );
}

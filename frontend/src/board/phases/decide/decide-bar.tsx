import { consent, decide, final, writing as words } from "../../../words/decide";
import { trimmed } from "../../limits";
import { Button } from "../../parts/button";
import { Bar } from "../../shell/bar";
import { Count } from "../../shell/counts";
import { keepFocus } from "../../shell/focus";
import { announce } from "../../shell/say";
import { useBoard } from "../../shell/use-board";
import { EndCheck } from "./consent";
import { inOrder, openForm, sheet, shortlistOf, useDesk, writing } from "./desk";
import { missing } from "./draft";
import { useShow } from "./show";

/** Decide's part of the footer bar: "Write the decision" until there is one, only then "Make it final". */
export function DecideBar() {
  const { boot, state } = useBoard();
  if (boot.role === "watch") return null;
  if (boot.role === "participate") return <Bar />;
  if (writing.value) return <Showing />;
  const written = state.meta.value.decision !== null;
  return (
    <Bar
      start={written ? <Answered /> : <Count of={decide.chosen(shortlistOf(state).size)} />}
      actions={
        written ? (
          <>
            {state.meta.value.consent?.open ? <EndCheck look="quiet" /> : null}
            <Button
              look="go"
              onClick={() => {
                sheet.value = "final";
              }}
            >
              {final.button}
            </Button>
          </>
        ) : (
          <Button look="go" onClick={() => openForm(state)}>
            {decide.write}
          </Button>
        )
      }
    />
  );
}

function Answered() {
  const { state } = useBoard();
  const { consent: check } = state.meta.value;
  const { answered, joined } = state.counts.value;
  if (!check?.open || answered === null) return null;
  return <Count of={consent.answeredCount(answered, joined)} />;
}

function Showing() {
  const { state } = useBoard();
  const { draft, newer } = useDesk();
  const { busy, show } = useShow();
  const gap = missing(draft, inOrder(state, shortlistOf(state)))[0];
  const stands = state.meta.value.decision?.decision;
  const hint = stands === undefined ? words.showHint : stands === trimmed(draft.decision) ? words.same : words.again;
  const press = async (): Promise<void> => {
    if (newer) {
      // It stands at the top of the form, with the two ways on.
      announce(words.newer);
      document.querySelector<HTMLElement>(".newer button")?.focus();
      return;
    }
    await show(draft.base);
  };
  return (
    <Bar
      start={
        <Button
          look="plain"
          onClick={() => {
            writing.value = false;
            keepFocus("#stage h1", "#stage");
          }}
        >
          {state.meta.value.decision ? words.leave : decide.back}
        </Button>
      }
      middle={<p>{newer ? words.newer : gap ? words.missing[gap] : hint}</p>}
      actions={
        <Button look="go" busy={busy} aria-disabled={newer ? "true" : undefined} onClick={press}>
          {words.show}
        </Button>
      }
    />
  );
}

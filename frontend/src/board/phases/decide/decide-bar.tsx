import { useState } from "preact/hooks";
import { consent, decide, final, writing as words } from "../../../words/decide";
import { Button } from "../../parts/button";
import { Bar } from "../../shell/bar";
import { Count } from "../../shell/counts";
import { keepFocus } from "../../shell/focus";
import { announce, toast, told } from "../../shell/say";
import { useBoard } from "../../shell/use-board";
import { EndCheck } from "./consent";
import { inOrder, sheet, shortlistOf, tried, useDraft, writing } from "./desk";
import { missing, toCommand } from "./draft";

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
          <Button
            look="go"
            onClick={() => {
              writing.value = true;
            }}
          >
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
  const { state, commands } = useBoard();
  const { draft, drop } = useDraft();
  const [busy, setBusy] = useState(false);
  const shortlist = inOrder(state, shortlistOf(state));
  const gap = missing(draft, shortlist)[0];
  const stands = state.meta.value.decision?.decision;
  const hint = stands === undefined ? words.showHint : stands === draft.decision.trim() ? words.same : words.again;
  const show = async (): Promise<void> => {
    if (gap) {
      tried.value = true;
      requestAnimationFrame(() => {
        const field = document.querySelector<HTMLElement>(".write-decision [aria-invalid=true]");
        field?.focus();
        if (field) announce(words.missing[gap]);
        else toast(words.missing[gap]);
      });
      return;
    }
    setBusy(true);
    const done = told(await commands.writeDecision(toCommand(draft, shortlist)));
    setBusy(false);
    if (!done) return;
    drop();
    writing.value = false;
    announce(words.shown);
    keepFocus("#stage h1", "#stage");
    window.scrollTo({ top: 0 });
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
          <span class="wide">{state.meta.value.decision ? words.leave : decide.back}</span>
        </Button>
      }
      middle={<p>{gap ? words.missing[gap] : hint}</p>}
      actions={
        <Button look="go" busy={busy} onClick={show}>
          {words.show}
        </Button>
      }
    />
  );
}

import { consent, decide, final } from "../../../words/decide";
import { Button } from "../../parts/button";
import { Bar } from "../../shell/bar";
import { Count } from "../../shell/counts";
import { soon } from "../../shell/soon";
import { useBoard } from "../../shell/use-board";
import { EndCheck } from "./consent";
import { openForm, sheet, shortlistOf, writing } from "./desk";

const Showing = soon(async () => (await import("./showing")).Showing);

/** Decide's part of the footer bar: "Write the decision" until there is one, only then "Make it final". */
export function DecideBar() {
  const { boot } = useBoard();
  if (boot.role === "watch") return null;
  if (boot.role === "participate") return <Bar />;
  return (
    <>
      <Showing />
      {writing.value ? null : <Lead />}
    </>
  );
}

function Lead() {
  const { state } = useBoard();
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

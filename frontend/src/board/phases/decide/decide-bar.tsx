import { Button } from "../../../kit/button";
import { lazy } from "../../../kit/lazy";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { Bar } from "../../parts/bar/bar";
import { Count } from "../../parts/bar/counts";
import { EndCheck } from "./consent";
import { openForm, shortlistOf, useDesk } from "./desk";

const Showing = lazy(async () => (await import("./form/showing")).Showing, "form");

/** Decide's part of the footer bar: "Write the decision" until there is one, only then "Make it final". */
export function DecideBar() {
  const { boot } = useBoard();
  const { writing } = useDesk();
  if (boot.role === "participate") return <Bar />;
  return (
    <>
      <Showing />
      {writing.value ? null : <Lead />}
    </>
  );
}

function Lead() {
  const board = useBoard();
  const written = board.state.meta.value.decision !== null;
  return (
    <Bar
      start={written ? <Answered /> : <Count of={say("decide-chosen", { count: shortlistOf(board).size })} />}
      actions={
        written ? (
          <Conclude />
        ) : (
          <Button look="go" onClick={() => openForm(board)}>
            {say("decide-write")}
          </Button>
        )
      }
    />
  );
}

/** What is next for a written decision: ending its check while that is open, only then making it final. */
function Conclude() {
  const { consent: check } = useBoard().state.meta.value;
  const { sheet, tooFew } = useDesk();
  const open = check?.open === true;
  return (
    <>
      {open && tooFew.value !== check.n ? null : (
        <Button look={open ? "quiet" : "go"} onClick={() => (sheet.value = "final")}>
          {say("decide-final")}
        </Button>
      )}
      {open ? <EndCheck look="go" /> : null}
    </>
  );
}

function Answered() {
  const { state } = useBoard();
  const { consent: check } = state.meta.value;
  const { answered, joined } = state.counts.value;
  if (!check?.open || answered === null) return null;
  return <Count of={say("decide-answered-of", { count: answered, joined })} />;
}

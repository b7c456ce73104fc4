import { Button, type ButtonProps } from "../../../kit/button";
import type { Phase } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useOpenPhase } from "../../actions/open-phase";
import { useBoard } from "../../engine/use-board";

/** The way on to a phase, pressed once. */
function Go({ to, icon, children }: { to: Phase; icon?: ButtonProps["icon"]; children: string }) {
  const { busy, open } = useOpenPhase();
  return (
    <Button look="go" icon={icon} busy={busy} onClick={() => void open(to)}>
      {children}
    </Button>
  );
}

/** The facilitator's one primary action, but in Write, Vote and Decide, whose bars bring their own. */
export function Next() {
  const { boot, state } = useBoard();
  if (boot.role !== "facilitate") {
    return null;
  }
  switch (state.phase.value) {
    case "lobby":
      return (
        <Go to="diverge">{state.ideas.value.length > 0 ? say("board-next-write-again") : say("board-next-write")}</Go>
      );
    case "reveal":
      return <Go to="cluster">{say("board-next-group")}</Go>;
    default:
      return null;
  }
}

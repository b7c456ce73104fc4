import { useSignal } from "@preact/signals";
import { views } from "../../words/views";
import { opening } from "../../words/vote";
import { Button, type ButtonProps } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { OpenVote } from "../phases/vote/open-vote";
import type { Phase } from "../types";
import { RevealAction } from "./reveal-action";
import { told } from "./say";
import { useBoard } from "./use-board";

/** The way on to a phase, pressed once. */
function Go({ to, icon, children }: { to: Phase; icon?: ButtonProps["icon"]; children: string }) {
  const { commands } = useBoard();
  const busy = useSignal(false);
  const go = async () => {
    busy.value = true;
    told(await commands.openPhase(to));
    busy.value = false;
  };
  return (
    <Button look="go" icon={icon} busy={busy.value} onClick={go}>
      {children}
    </Button>
  );
}

/** The ballot as it would be opened, to mend and then to open. */
function OpenTheVote() {
  const open = useSignal(false);
  const close = () => {
    open.value = false;
  };
  return (
    <>
      <Button look="go" onClick={() => (open.value = true)}>
        {views.next.vote}
      </Button>
      <Dialog open={open.value} onClose={close} title={opening.title} size="l" light={false}>
        <OpenVote onClose={close} />
      </Dialog>
    </>
  );
}

/** The facilitator's one primary action up to the vote; Vote and Decide bring their own. */
export function Next() {
  const { boot, state } = useBoard();
  if (boot.role !== "facilitate") {
    return null;
  }
  switch (state.phase.value) {
    case "lobby":
      return <Go to="diverge">{state.ideas.value.length > 0 ? views.next.writeAgain : views.next.write}</Go>;
    case "diverge":
      return <RevealAction />;
    case "reveal":
      return <Go to="cluster">{views.next.group}</Go>;
    case "cluster":
      return <OpenTheVote />;
    default:
      return null;
  }
}

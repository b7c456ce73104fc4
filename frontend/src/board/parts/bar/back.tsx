import { announce } from "../../../kit/feedback";
import { Menu } from "../../../kit/menu";
import { PHASES, type Phase } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useOpenPhase } from "../../actions/open-phase";
import { useBoard } from "../../engine/use-board";

/** The phases one can step back to: every earlier one, the nearest first; none once it is final. */
export function earlier(phase: Phase): Phase[] {
  return phase === "frozen" ? [] : PHASES.slice(0, PHASES.indexOf(phase)).reverse();
}

export function StepBack() {
  const { boot, state } = useBoard();
  const { open } = useOpenPhase();
  // A decision that is opened again is corrected or left; its board goes no further back.
  const steps = state.meta.value.frozen ? [] : earlier(state.phase.value);
  if (boot.role !== "facilitate" || steps.length === 0) {
    return null;
  }
  const go = async (phase: Phase) => {
    if (await open(phase)) announce(say("board-back-done", { step: say(`step-${phase}`) }));
  };
  const now = state.phase.value;
  const hints: Partial<Record<Phase, string>> = {
    ...(now === "diverge" ? {} : { diverge: say("board-back-second-round") }),
    ...(now === "decide"
      ? { vote: say("board-back-ballots") }
      : now === "vote"
        ? { cluster: say("board-back-ballots") }
        : {}),
  };
  return (
    <Menu
      button={{
        look: "plain",
        icon: "back",
        class: "step-back",
        children: <span class="wide">{say("board-back")}</span>,
      }}
      label={say("board-back-label")}
      note={say("board-back-note")}
      items={steps.map((phase) => ({
        key: phase,
        label: say("board-back-to", { step: say(`step-${phase}`) }),
        ...(hints[phase] ? { hint: hints[phase] } : {}),
        onSelect: () => void go(phase),
      }))}
    />
  );
}

import { announce, succeeded } from "../../kit/feedback";
import { Menu } from "../../kit/menu";
import { PHASES, type Phase } from "../../protocol.generated";
import { phaseName, views } from "../../words/views";
import { useBoard } from "./use-board";

/** The phases one can step back to: every earlier one, the nearest first; none once it is final. */
export function earlier(phase: Phase): Phase[] {
  return phase === "frozen" ? [] : PHASES.slice(0, PHASES.indexOf(phase)).reverse();
}

export function StepBack() {
  const { boot, commands, state } = useBoard();
  // A decision that is opened again is corrected or left; its board goes no further back.
  const steps = state.meta.value.frozen ? [] : earlier(state.phase.value);
  if (boot.role !== "facilitate" || steps.length === 0) {
    return null;
  }
  const go = async (phase: Phase) => {
    if (succeeded(await commands.openPhase(phase))) {
      announce(views.back.done(phaseName[phase]));
    }
  };
  const now = state.phase.value;
  const hints: Partial<Record<Phase, string>> = {
    ...(now === "diverge" ? {} : { diverge: views.back.diverge }),
    ...(now === "decide" ? { vote: views.back.ballots } : now === "vote" ? { cluster: views.back.ballots } : {}),
  };
  return (
    <Menu
      button={{
        look: "plain",
        icon: "back",
        class: "step-back",
        children: <span class="wide">{views.back.button}</span>,
      }}
      label={views.back.label}
      note={views.back.note}
      items={steps.map((phase) => ({
        key: phase,
        label: views.back.to(phaseName[phase]),
        ...(hints[phase] ? { hint: hints[phase] } : {}),
        onSelect: () => void go(phase),
      }))}
    />
  );
}

import { useSignal } from "@preact/signals";
import { succeeded } from "../../kit/feedback";
import type { Phase } from "../../protocol.generated";
import { useBoard } from "../engine/use-board";

export interface Opening {
  readonly minutes?: number | null;
  /** The options of a run-off; null is everything. */
  readonly options?: readonly string[] | null;
}

/** The way on, or back, to a phase; `busy` until the server has answered. `open` says whether it did open. */
export function useOpenPhase(): { busy: boolean; open: (phase: Phase, how?: Opening) => Promise<boolean> } {
  const { commands } = useBoard();
  const busy = useSignal(false);
  return {
    busy: busy.value,
    async open(phase, how = {}) {
      busy.value = true;
      const done = succeeded(await commands.send({ do: "open_phase", phase, ...how }));
      busy.value = false;
      return done;
    },
  };
}

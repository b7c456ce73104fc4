import { useSignal } from "@preact/signals";
import { announce, succeeded } from "../../kit/feedback";
import { say } from "../../words/say";
import { useBoard } from "../engine/use-board";

export interface Admission {
  /** Ideas in the late tray. */
  readonly late: number;
  /** The server has not answered yet. */
  readonly busy: boolean;
  admit(): Promise<void>;
}

/** The late tray, and the press that lets all of it in. */
export function useAdmission(): Admission {
  const { commands, state } = useBoard();
  const busy = useSignal(false);
  const late = state.counts.value.late ?? 0;
  return {
    late,
    busy: busy.value,
    async admit() {
      busy.value = true;
      if (succeeded(await commands.send({ do: "admit_late" }))) announce(say("board-admitted", { count: late }));
      busy.value = false;
    },
  };
}

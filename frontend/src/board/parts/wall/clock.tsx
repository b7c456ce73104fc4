import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { face, mood } from "../time/time";

/** The time that is left, in numerals; in Write it stops at zero, elsewhere it counts on. */
export function WallClock({ large = false }: { large?: boolean }) {
  const { clock, state } = useBoard();
  const left = clock.remaining.value;
  if (left === null) return null;
  const { length, paused } = state.timer.value;
  const text = face(state.phase.value === "diverge" && clock.over.value ? 0 : left);
  const look = paused ? "paused" : mood(left, length);
  return (
    <span
      class={`wall-clock ${look}${large ? " large" : ""}`}
      role="timer"
      aria-label={say("board-clock-label", { clock: paused ? `${text} ${say("board-clock-paused")}` : text })}
      translate={false}
    >
      {text}
    </span>
  );
}

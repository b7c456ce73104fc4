import type { ComponentChildren, Ref } from "preact";
import { useWakeLock } from "../../../kit/page/wake-lock";
import type { Phase } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { mood, share } from "../time/time";
import { WallClock } from "./clock";
import { Foot, type FootProps, useTrouble } from "./foot";
import "./frame.css";

const STEPS: readonly Phase[] = ["diverge", "reveal", "cluster", "vote", "decide"];
/** These show the time larger, in their own place. */
const OWN_CLOCK: readonly Phase[] = ["diverge", "vote"];

/** The phases as a line: what is over is thin, what comes is grey, and the current one drains with its time. */
function Line() {
  const { clock, state } = useBoard();
  const phase = state.phase.value;
  const { length, paused } = state.timer.value;
  const left = clock.remaining.value;
  const steps = phase === "lobby" || phase === "frozen" ? [] : STEPS;
  const all: readonly Phase[] =
    phase === "lobby" ? ["lobby", ...STEPS] : phase === "frozen" ? [...STEPS, "frozen"] : steps;
  const at = all.indexOf(phase);
  const look = paused ? "paused" : mood(left, length);
  return (
    <div class={`wall-line ${look}`}>
      <ol aria-label={say("board-steps")}>
        {all.map((step, index) => (
          <li
            key={step}
            class={index === at ? "now" : index < at ? "done" : ""}
            aria-current={index === at ? "step" : undefined}
            style={index === at ? { "--left": String(left === null ? 1 : share(left, length)) } : undefined}
          >
            {say(`step-${step}`)}
          </li>
        ))}
      </ol>
      {OWN_CLOCK.includes(phase) ? null : <WallClock />}
    </div>
  );
}

/** The current problem as one line, where there is no foot. */
function Trouble() {
  const trouble = useTrouble();
  return trouble ? (
    <p class="wall-trouble" role="status">
      <b>{trouble}</b>
    </p>
  ) : null;
}

interface WallProps extends FootProps {
  readonly class: string;
  /** Without a foot: this view shows the question and the way in larger. */
  readonly bare?: boolean;
  /** What lies between the line and the foot, to be measured. */
  readonly body?: Ref<HTMLDivElement>;
  readonly children: ComponentChildren;
}

/** One screen of the wall: the line of phases, what it is about, and the foot. It never scrolls. */
export function Wall({ class: name, bare = false, body = null, children, ...foot }: WallProps) {
  useWakeLock(true);
  return (
    <div class={`on-screen ${name}`}>
      <Line />
      <div class="wall-body" ref={body}>
        {children}
      </div>
      {bare ? <Trouble /> : <Foot {...foot} />}
    </div>
  );
}

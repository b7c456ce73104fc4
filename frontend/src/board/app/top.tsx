import { Icon } from "../../kit/icon";
import { useEdge } from "../../kit/page/edges";
import type { Phase } from "../../protocol.generated";
import { say } from "../../words/say";
import { useBoard } from "../engine/use-board";
import { TimerControl } from "../parts/time/clock";
import { mood, share } from "../parts/time/time";
import { BoardButton, ShareButton } from "./let-in";
import { Standing } from "./notices";
import "./top.css";

const STEPS: readonly Phase[] = ["diverge", "reveal", "cluster", "vote", "decide"];

/** Time as a bar along the top edge: ink, and the signal in the last fifth. */
export function TimeBar() {
  const { clock, state } = useBoard();
  const { length, paused } = state.timer.value;
  const left = clock.remaining.value;
  const look = mood(left, length);
  return (
    <div class={`time-bar ${look}${paused ? " paused" : ""}`} aria-hidden="true">
      <i style={{ "--left": String(share(left, length)) }} />
    </div>
  );
}

/** The steps of the board, the current one to be read from across the room. */
export function Rail() {
  const { state } = useBoard();
  const phase = state.phase.value;
  const at = STEPS.indexOf(phase);
  const frozen = phase === "frozen";
  return (
    <div class="rail">
      <ol aria-label={say("board-steps")}>
        {phase === "lobby" ? (
          <li class="now" aria-current="step">
            {say("step-lobby")}
          </li>
        ) : null}
        {STEPS.map((step, index) => {
          const now = index === at;
          const done = frozen || (at >= 0 && index < at);
          return (
            <li key={step} class={now ? "now" : done ? "done" : ""} aria-current={now ? "step" : undefined}>
              {say(`step-${step}`)}
              {done ? <span class="visually-hidden">, {say("board-step-done")}</span> : null}
            </li>
          );
        })}
        {frozen ? (
          <li class="now" aria-current="step">
            {say("step-frozen")}
          </li>
        ) : null}
      </ol>
    </div>
  );
}

/** Everybody inside sees that nobody else comes in. */
function LockedMark() {
  return (
    <span class="locked-mark" title={say("board-locked-why")}>
      <Icon name="lock" />
      <span class="word">{say("board-locked")}</span>
      <span class="visually-hidden">. {say("board-locked-why")}</span>
    </span>
  );
}

export function TopBar() {
  const { boot, state } = useBoard();
  const lead = boot.role !== "participate";
  // In Welcome the ways in stand open on the page; in Write the clock does, large.
  const phase = state.phase.value;
  const bar = useEdge<HTMLElement>("top");
  return (
    <header ref={bar} class="top">
      <a class="mark" href="/" translate={false} aria-label={say("board-brand")}>
        <span class="name">{say("board-brand")}</span>
      </a>
      <Rail />
      <div class="end">
        {state.meta.value.locked ? <LockedMark /> : null}
        {boot.role === "facilitate" && phase !== "lobby" ? <ShareButton /> : null}
        {boot.role === "facilitate" ? <BoardButton /> : null}
        {lead && phase === "diverge" ? null : <TimerControl />}
      </div>
      <Standing />
    </header>
  );
}

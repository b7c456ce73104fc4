import { useLayoutEffect } from "preact/hooks";
import { useFit } from "../../../../kit/fit";
import { say } from "../../../../words/say";
import type { Board } from "../../../engine/boot";
import { writers } from "../../../engine/document/counting";
import { useBoard } from "../../../engine/use-board";
import { wait } from "../../../parts/ideas/deal";
import { secondWave } from "../../../parts/time/time";
import { WallClock } from "../../../parts/wall/clock";
import { Join } from "../../../parts/wall/foot";
import { Wall } from "../../../parts/wall/frame";
import "../../../parts/wall/base.css";

const SIZES = [15, 12.5, 10.6, 9, 7.6, 6.4, 5.4, 4.6, 3.8];

/** What happens now, beside the clock; null: people write. */
function nowOf({ clock, state }: Board): string | null {
  const left = clock.remaining.value;
  const { closing, length, paused, revealAt } = state.timer.value;
  const now = writers(state.counts.value);
  if (closing !== null) return say("write-revealing");
  if (left !== null && clock.over.value) return say("write-over-wall");
  if (revealAt !== null) return say("write-held-group");
  if (left !== null && paused) return say("write-paused-group");
  if (now !== "writing") return say(now === "gone" ? "write-gone" : "write-waiting-wall");
  return secondWave(left, length) ? say("write-second-wave-group") : null;
}

/** Write on the big screen: the question, the time, how much there is, and the way in. Never an idea before the reveal. */
export function WatchWrite() {
  const board = useBoard();
  useLayoutEffect(wait, []);
  const { state } = board;
  const { question } = state.meta.value;
  const { here, ideas, wrote } = state.counts.value;
  const [box] = useFit<HTMLDivElement>(question, SIZES);
  return (
    <Wall class="watch-write" bare>
      <div class="wall-fit" ref={box}>
        <h1 class="fitted" dir="auto">
          {question}
        </h1>
      </div>
      <div class="base">
        <div class="time">
          <WallClock large />
          <p class="amount">
            <b>{say("screen-ideas", { count: ideas })}</b>
            {wrote !== null ? (
              <span>{say("screen-from", { count: wrote })}</span>
            ) : here > 0 ? (
              <span>{say("screen-here", { count: here })}</span>
            ) : null}
            <span class="now-line">{nowOf(board)}</span>
          </p>
        </div>
        <Join />
      </div>
    </Wall>
  );
}

import { useEffect } from "preact/hooks";
import { useFit } from "../../../../kit/fit";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { sawCount } from "../../../parts/count/witness";
import { WallClock } from "../../../parts/wall/clock";
import { Wall } from "../../../parts/wall/frame";
import { choosing } from "../choosing";
import "./watch.css";

const SIZES = [12.5, 10.6, 9, 7.6, 6.4, 5.4, 4.6, 3.8];
/** As many people in one row; up to three rows are drawn, for more the number says it. */
const ROW = 16;
/** A row is never shorter, or a few people would have very large dots. */
const FEWEST = 8;
const MOST = 48;

/** Vote on the big screen: what is asked, and how far the group is. Never a count. */
export function WatchVote() {
  const board = useBoard();
  const { clock, state } = board;
  // From here on this screen is there when the vote closes.
  useEffect(() => void sawCount(board), []);
  const { ballot, criterion } = state.meta.value;
  const counts = state.counts.value;
  const asked = criterion ?? say("board-no-criterion");
  const [box] = useFit<HTMLDivElement>(`${asked} ${counts.done === null}`, SIZES);
  const all = counts.done === null ? counts.here : counts.done + choosing(counts);
  const over = clock.over.value || state.timer.value.closing !== null;
  const now = state.timer.value.closing !== null ? say("vote-closing") : over ? say("vote-time-up-watcher") : undefined;
  return (
    <Wall
      class="watch-vote"
      now={now ?? `${say("screen-options", { count: ballot?.options.length ?? 0 })} ${say("screen-secret")}`}
    >
      <div class="wall-fit" ref={box}>
        {ballot?.runoff ? <p class="round">{say("vote-runoff")}</p> : null}
        <h1 class="fitted" dir="auto" tabIndex={-1}>
          {asked}
        </h1>
      </div>
      <div class="base">
        {counts.done !== null && all <= MOST ? <People done={counts.done} all={all} /> : null}
        <p class="progress">
          <b>
            {counts.done === null
              ? say("screen-here", { count: counts.here })
              : say("screen-done", { done: counts.done, all })}
          </b>
          <WallClock />
        </p>
      </div>
    </Wall>
  );
}

/** A dot for each person; that of somebody who is done is full. The number stands below. */
function People({ done, all }: { done: number; all: number }) {
  const across = Math.max(FEWEST, Math.min(all, ROW));
  return (
    <div class={all > ROW ? "people rows" : "people"} style={{ "--across": String(across) }} aria-hidden="true">
      {Array.from({ length: all }, (_, at) => (
        <i key={at} class={at < done ? "on" : ""} />
      ))}
    </div>
  );
}

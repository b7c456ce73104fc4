import { say } from "../../../words/say";
import { writers } from "../../engine/document/counting";
import { useBoard } from "../../engine/use-board";
import { Count } from "../../parts/bar/counts";
import { OthersIdeas } from "../../parts/ideas/others-ideas";
import { Question } from "../../parts/question";
import { TakePart } from "../../parts/share/take-part";
import { ClockFace, TimerButtons } from "../../parts/time/clock";
import { secondWave } from "../../parts/time/time";

/** What happens now, in a line under the large clock. */
function Now() {
  const { clock, state } = useBoard();
  const left = clock.remaining.value;
  const { length, paused, revealAt } = state.timer.value;
  const now = writers(state.counts.value);
  const running = now === "writing" ? say("write-running") : now === "gone" ? say("write-gone") : say("write-waiting");
  if (left === null) {
    return <p class="now-line">{running}</p>;
  }
  if (state.timer.value.closing !== null) {
    return <p class="now-line">{say("write-revealing")}</p>;
  }
  if (clock.over.value) {
    return <p class="now-line">{say("write-over-next")}</p>;
  }
  if (revealAt !== null) {
    return <p class="now-line">{say("write-held-group")}</p>;
  }
  if (paused) {
    return <p class="now-line">{say("write-paused-group")}</p>;
  }
  return (
    <p class="now-line">{secondWave(left, length) && now === "writing" ? say("write-second-wave-group") : running}</p>
  );
}

/** Write on the facilitator's page: the question, the time, the counts. */
export function WriteLead() {
  const { here, ideas, wrote } = useBoard().state.counts.value;
  return (
    <div class="page wide write-lead">
      <Question />
      <div class="time">
        <ClockFace size="xl" />
        <Now />
      </div>
      <p class="tallies">
        <Count of={say("board-count-here", { count: here })} />
        {wrote === null ? null : <Count of={say("board-count-wrote", { count: wrote })} />}
        <Count of={say("board-count-ideas", { count: ideas })} />
      </p>
      <div class="controls">
        <TimerButtons large />
        <TakePart />
      </div>
      <OthersIdeas />
    </div>
  );
}

import { views } from "../../words/views";
import { writing } from "../../words/writing";
import { writers } from "../counting";
import { ClockFace, TimerButtons } from "../shell/clock";
import { Count } from "../shell/counts";
import { TakePart } from "../shell/take-part";
import { secondWave } from "../shell/time";
import { useBoard } from "../shell/use-board";
import { OthersIdeas } from "./others-ideas";
import { Question } from "./question";

/** What happens now, in a line under the large clock. */
function Now() {
  const { boot, clock, state } = useBoard();
  const left = clock.remaining.value;
  const { length, paused, revealAt } = state.timer.value;
  const lead = boot.role === "facilitate";
  const now = writers(state.counts.value);
  const awaited = lead ? writing.lead.waiting : writing.lead.waitingWall;
  const running = now === "writing" ? writing.lead.running : now === "gone" ? writing.lead.gone : awaited;
  if (left === null) {
    return <p class="now-line">{running}</p>;
  }
  if (state.timer.value.closing !== null) {
    return <p class="now-line">{views.next.revealing}</p>;
  }
  if (clock.over.value) {
    return <p class="now-line">{lead ? writing.lead.overNext : writing.lead.overWall}</p>;
  }
  if (revealAt !== null) {
    return <p class="now-line">{writing.heldGroup}</p>;
  }
  if (paused) {
    return <p class="now-line">{writing.pausedGroup}</p>;
  }
  return <p class="now-line">{secondWave(left, length) && now === "writing" ? writing.secondWaveGroup : running}</p>;
}

/** Write as the room sees it, on the facilitator's page and on the big screen: the question, the time, the counts. */
export function WriteLead() {
  const { boot, state } = useBoard();
  const { here, ideas, wrote } = state.counts.value;
  const lead = boot.role === "facilitate";
  return (
    <div class={lead ? "page wide write-lead" : "big-screen write-lead"}>
      <Question />
      <div class="time">
        <ClockFace size="xl" />
        <Now />
      </div>
      <p class="tallies">
        <Count of={views.counts.here(here)} />
        {wrote === null ? null : <Count of={views.counts.wrote(wrote)} />}
        <Count of={views.counts.ideas(ideas)} />
      </p>
      {lead ? (
        <div class="controls">
          <TimerButtons large />
          <TakePart />
        </div>
      ) : null}
      <OthersIdeas />
    </div>
  );
}

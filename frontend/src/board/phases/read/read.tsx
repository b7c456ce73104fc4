import { Empty } from "../../../kit/empty";
import { say } from "../../../words/say";
import { countOf } from "../../engine/document/counting";
import { useBoard } from "../../engine/use-board";
import { Bar } from "../../parts/bar/bar";
import { Count } from "../../parts/bar/counts";
import { IdeaWall } from "../../parts/ideas/idea-wall";
import { Asked } from "../../parts/question";
import { LateTray, OwnLate } from "./late";
import "./read.css";

/** Everybody's ideas at once, in the order of their numbers, to be read in one scroll. */
export function Reveal() {
  const { boot, state } = useBoard();
  const ideas = state.ideas.value;
  const { shown, hidden } = countOf(ideas);
  return (
    <div class="page wide read">
      <header>
        <Asked />
        <h1 tabIndex={-1}>
          {!state.ready.value
            ? say("read-loading")
            : ideas.length === 0
              ? say("read-none")
              : say("board-counted", { shown, hidden })}
        </h1>
        <p class="under">{say("read-lead")}</p>
      </header>
      <LateTray />
      {!state.ready.value ? null : ideas.length === 0 ? (
        <Empty title={say("read-empty")}>{boot.role === "facilitate" ? <p>{say("read-empty-lead")}</p> : null}</Empty>
      ) : (
        <IdeaWall ideas={ideas} editable={boot.role === "participate"} />
      )}
      <OwnLate />
    </div>
  );
}

export function RevealBar() {
  const { state } = useBoard();
  const { shown, hidden } = countOf(state.ideas.value);
  return (
    <Bar
      start={
        <>
          <Count of={say("board-count-here", { count: state.counts.value.here })} />
          <Count of={say("board-count-ideas", { count: shown })} />
          {hidden ? <Count of={say("board-count-hidden", { count: hidden })} /> : null}
        </>
      }
    />
  );
}

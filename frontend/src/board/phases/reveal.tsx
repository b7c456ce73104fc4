import { Empty } from "../../kit/empty";
import { views } from "../../words/views";
import { reading } from "../../words/writing";
import { countOf } from "../counting";
import { Bar } from "../shell/bar";
import { Count } from "../shell/counts";
import { useBoard } from "../shell/use-board";
import { IdeaWall } from "./idea-wall";
import { LateTray, OwnLate } from "./late";
import { Asked } from "./question";
import "./reveal.css";

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
            ? reading.loading
            : ideas.length === 0
              ? reading.title0
              : reading.title({ shown, hidden: boot.role === "watch" ? 0 : hidden })}
        </h1>
        {boot.role === "watch" ? null : <p class="under">{reading.lead}</p>}
      </header>
      <LateTray />
      {!state.ready.value ? null : ideas.length === 0 ? (
        <Empty title={reading.empty}>{boot.role === "facilitate" ? <p>{reading.emptyLead}</p> : null}</Empty>
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
          <Count of={views.counts.here(state.counts.value.here)} />
          <Count of={views.counts.ideas(shown)} />
          {hidden ? <Count of={views.counts.hidden(hidden)} /> : null}
        </>
      }
    />
  );
}

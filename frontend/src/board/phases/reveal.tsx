import { views } from "../../words/views";
import { Empty } from "../parts/empty";
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
  const shown = ideas.filter((idea) => idea.text !== null).length;
  return (
    <div class="page wide read">
      <header>
        <Asked />
        <h1 tabIndex={-1}>
          {!state.ready.value ? views.read.loading : shown === 0 ? views.read.title0 : views.read.title(shown)}
        </h1>
        {boot.role === "watch" ? null : <p class="under">{views.read.lead}</p>}
      </header>
      <LateTray />
      {!state.ready.value ? null : ideas.length === 0 ? (
        <Empty title={views.read.empty}>{boot.role === "facilitate" ? <p>{views.read.emptyLead}</p> : null}</Empty>
      ) : (
        <IdeaWall ideas={ideas} editable={boot.role === "participate"} />
      )}
      <OwnLate />
    </div>
  );
}

export function RevealBar() {
  const { state } = useBoard();
  return (
    <Bar
      start={
        <>
          <Count of={views.counts.here(state.counts.value.here)} />
          <Count of={views.counts.ideas(state.ideas.value.filter((idea) => idea.text !== null).length)} />
        </>
      }
    />
  );
}

import { useRef } from "preact/hooks";
import { Empty } from "../../../kit/empty";
import { say } from "../../../words/say";
import type { Idea } from "../../engine/state";
import { useBoard } from "../../engine/use-board";
import { IdeaWall } from "./idea-wall";

/** The order in which this page came to know them: what comes later moves nothing that is being read. */
function useArrival(ideas: readonly Idea[]): readonly Idea[] {
  const known = useRef(new Map<string, number>());
  for (const idea of ideas) {
    if (!known.current.has(idea.id)) {
      known.current.set(idea.id, known.current.size);
    }
  }
  return [...ideas].sort((a, b) => (known.current.get(a.id) ?? 0) - (known.current.get(b.id) ?? 0));
}

/** What others wrote, where it may be read: on a visible board, and in a second round what was revealed before. */
export function OthersIdeas() {
  const { boot, own, state } = useBoard();
  const ideas = state.ideas.value;
  const earlier = ideas.filter((idea) => idea.number !== null);
  const fresh = useArrival(ideas.filter((idea) => idea.number === null && !own.has(idea.id)));
  const visible = state.meta.value.visibility === "visible";
  return (
    <>
      {visible ? (
        <section class="others" aria-labelledby="others">
          <h2 id="others">{say("write-others")}</h2>
          {fresh.length > 0 ? <IdeaWall ideas={fresh} /> : <Empty title={say("write-others-none")} />}
        </section>
      ) : null}
      {earlier.length > 0 ? (
        <section class="others" aria-labelledby="earlier">
          <h2 id="earlier">{say("write-earlier")}</h2>
          <IdeaWall ideas={earlier} editable={boot.role === "participate"} />
        </section>
      ) : null}
    </>
  );
}

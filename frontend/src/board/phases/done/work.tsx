import { signal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { useEdge } from "../../../kit/page/edges";
import { say } from "../../../words/say";
import { perBoard } from "../../engine/per-board";
import { useBoard } from "../../engine/use-board";
import { when } from "./work-when";
import "./work.css";

/** The session that somebody in front of this page does not join. It is sent nowhere and stored nowhere. */
const declined = perBoard(() => signal(""));

/** The work goes on in a session: a way in, and one to be left alone, which looks like a closed page to all others. */
export function WorkBar() {
  const board = useBoard();
  const bar = useEdge<HTMLElement>("bottom");
  const { work } = board.state.you.value;
  const not = declined(board);
  const shown = work !== null && not.value !== work.join;
  return (
    <footer ref={bar} class="work-bar" hidden={!shown}>
      <p role="status">
        {shown ? (
          <>
            {say("done-work")} <b dir="auto">{work.artifact}</b>, <span class="when">{when(work)}</span>
          </>
        ) : null}
      </p>
      {shown ? (
        <div class="line-up">
          <a class="button go size-m" href={work.join}>
            {say("done-work-join")}
          </a>
          <Button
            onClick={() => {
              not.value = work.join;
            }}
          >
            {say("done-work-not-me")}
          </Button>
        </div>
      ) : null}
    </footer>
  );
}

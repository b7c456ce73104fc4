import { lazy } from "../../../kit/lazy";
import { later } from "../../../kit/page/slices";
import { textSize } from "../../../kit/text/size";
import { say } from "../../../words/say";
import { useWall } from "./wall/use-wall";
import "./lead.css";

// The cards come first; the room for these is kept.
const LeadTools = lazy(later(async () => (await import("./lead-tools")).LeadTools));

/** Above the wall: the question, how grouping works, and what is for the wall as a whole. */
export function Lead({ tools = true, hint = true }: { tools?: boolean; hint?: boolean }) {
  const wall = useWall();
  const { question } = wall.board.state.meta.value;
  return (
    <div class={wall.facilitates ? "lead leads" : "lead"}>
      <div class="say">
        <h1 class={textSize(question, 110, 200)} dir="auto" title={question}>
          {question}
        </h1>
        {!hint ? null : wall.free.value ? (
          <p>
            <span class="mouse">{say("group-lead-everyone")}</span>
            <span class="finger">{say("group-lead-finger")}</span>
          </p>
        ) : (
          <p>{say("group-lead-reading")}</p>
        )}
      </div>
      <div class="tools">
        <LeadTools wall={tools} />
      </div>
    </div>
  );
}

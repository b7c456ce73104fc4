/** Thoughts for later: they come back at Finish. */

import { Button } from "../../../../kit/button";
import { say } from "../../../../words/say";
import { LIMITS, type Parked } from "../../../../worksession.generated";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { useAsk, useBoardOpen } from "../use-work";
import { AddLine } from "./add-line";

export function Later() {
  const { roots } = useSession();
  const boardOpen = useBoardOpen();
  const all = [...roots.parked.value];
  return (
    <div class="inside">
      {all.length === 0 && !boardOpen && <p class="empty-words">{say("working-later-empty")}</p>}
      <ul class="later-list">
        {all.map(([id, thought]) => (
          <Thought key={id} id={id} thought={thought} />
        ))}
      </ul>
      <AddLine
        row="later"
        label={say("working-later-label")}
        max={LIMITS.parked}
        command={(parked, text) => ({ do: "park", parked, text })}
      />
    </div>
  );
}

function Thought({ id, thought }: { readonly id: string; readonly thought: Parked }) {
  const asking = useAsk();
  const boardOpen = useBoardOpen();
  const settle = (as: "task" | "dropped") => void asking.run({ do: "settle_parked", parked: id, as });
  return (
    <li class={thought.as ? "settled" : ""}>
      <p class="made" dir="auto">
        {thought.text}
      </p>
      {thought.as && <p class="small">{say(`working-later-${thought.as}`)}</p>}
      {!thought.as && !boardOpen && (
        <p class="acts">
          <Button look="plain" size="s" busy={asking.busy} onClick={() => settle("task")}>
            {say("working-later-make-task")}
          </Button>
          <Button look="plain" size="s" busy={asking.busy} onClick={() => settle("dropped")}>
            {say("working-drop")}
          </Button>
        </p>
      )}
      <Why text={asking.why} />
    </li>
  );
}

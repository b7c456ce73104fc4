import { say } from "../../../words/say";
import { LIMITS } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { AddLine } from "./add-line";
import { Carried } from "./carried";
import { useDraft } from "./draft";
import { Fold } from "./fold";
import { Line } from "./line";

/** What everybody may do before the start: a goal of their own, tasks, thoughts for later. */
export function Mine() {
  const { roots, me, meta } = useSession();
  if (me.value === null) return null;
  const tasks = [...roots.tasks.value].filter(([, task]) => task.state === "open");
  return (
    <Fold title={say("prepare-mine")} sum={say("prepare-mine-sum")} class="mine" open={meta.value.kind === "coworking"}>
      {meta.value.kind === "coworking" ? <Goal /> : null}
      <Lines title={say("prepare-tasks")} lines={tasks} />
      <AddLine
        name="plan-task"
        label={say("prepare-task")}
        quiet
        placeholder={say("prepare-task")}
        most={LIMITS.task}
        hint={say("prepare-task-hint")}
        command={(task, text) => ({ do: "add_task", task, text })}
      />
      <Lines title={say("prepare-parked")} lines={[...roots.parked.value]} />
      <AddLine
        name="plan-park"
        label={say("prepare-park")}
        quiet
        placeholder={say("prepare-park")}
        most={LIMITS.parked}
        hint={say("prepare-park-hint")}
        command={(parked, text) => ({ do: "park", parked, text })}
      />
    </Fold>
  );
}

function Goal() {
  const { myself, ask } = useSession();
  const draft = useDraft(myself.value?.goal ?? "", LIMITS.goal, (goal) => ask({ do: "set_goal", goal }));
  return <Line label={say("prepare-goal-kept")} draft={draft} />;
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly (readonly [string, { readonly text: string; readonly from?: string | null }])[];
}

function Lines({ title, lines }: LinesProps) {
  return lines.length === 0 ? null : (
    <ul class="mine-list" aria-label={title}>
      {lines.map(([id, { text, from }]) => (
        <li key={id}>
          <span dir="auto">{text}</span> <Carried from={from} />
        </li>
      ))}
    </ul>
  );
}

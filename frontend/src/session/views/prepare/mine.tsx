import { say } from "../../../words/say";
import { LIMITS } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { AddLine } from "./add-line";
import { useDraft } from "./draft";
import { Line } from "./line";

/** What everybody may do before the start: a goal of their own, tasks, thoughts for later. */
export function Mine() {
  const { roots, me, meta } = useSession();
  if (me.value === null) return null;
  const tasks = [...roots.tasks.value].filter(([, task]) => task.state === "open");
  return (
    <section class="plan-part mine" aria-labelledby="plan-mine">
      <h2 class="plan-label" id="plan-mine">
        {say("prepare-mine")}
      </h2>
      {meta.value.kind === "coworking" ? <Goal /> : null}
      <Lines title={say("prepare-tasks")} texts={tasks.map(([id, { text }]) => [id, text])} />
      <AddLine
        label={say("prepare-task")}
        quiet
        placeholder={say("prepare-task")}
        most={LIMITS.task}
        hint={say("prepare-task-hint")}
        command={(task, text) => ({ do: "add_task", task, text })}
      />
      <Lines title={say("prepare-parked")} texts={[...roots.parked.value].map(([id, { text }]) => [id, text])} />
      <AddLine
        label={say("prepare-park")}
        quiet
        placeholder={say("prepare-park")}
        most={LIMITS.parked}
        hint={say("prepare-park-hint")}
        command={(parked, text) => ({ do: "park", parked, text })}
      />
    </section>
  );
}

function Goal() {
  const { myself, ask } = useSession();
  const draft = useDraft(myself.value?.goal ?? "", LIMITS.goal, (goal) => ask({ do: "set_goal", goal }));
  return <Line label={say("prepare-goal-kept")} draft={draft} />;
}

function Lines({ title, texts }: { readonly title: string; readonly texts: readonly (readonly [string, string])[] }) {
  return texts.length === 0 ? null : (
    <ul class="mine-list" aria-label={title}>
      {texts.map(([id, text]) => (
        <li key={id} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  );
}

/** Tasks with their owner, their state and the first step. "Now" is the default and needs no date. */

import { useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Field } from "../../../../kit/field";
import { say } from "../../../../words/say";
import { LIMITS, type Owner, type Task } from "../../../../worksession.generated";
import { useSession } from "../../../use-session";
import { date } from "../../../verdicts";
import { Why } from "../../why";
import { ChooseOwner, OwnerName } from "../people/owner";
import { useAsk, useBoardOpen } from "../use-work";
import { AddLine } from "./add-line";

const ORDER = ["open", "done", "dropped"] as const;

export function Tasks() {
  const { roots, me } = useSession();
  const boardOpen = useBoardOpen();
  const all = [...roots.tasks.value].sort(([, a], [, b]) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <div class="inside">
      {all.length === 0 && !boardOpen && <p class="empty-words">{say("working-tasks-empty")}</p>}
      <ul class="task-list">
        {all.map(([id, task]) => (
          <TaskLine key={id} id={id} task={task} />
        ))}
      </ul>
      <AddLine
        row="tasks"
        label={say("working-task-label")}
        max={LIMITS.task}
        command={(task, text) => ({ do: "add_task", task, text, owner: me.value ? { person: me.value } : null })}
      />
    </div>
  );
}

function TaskLine({ id, task }: { readonly id: string; readonly task: Task }) {
  const asking = useAsk();
  const [editing, setEditing] = useState(false);
  const boardOpen = useBoardOpen();
  const set = (state: Task["state"]) => void asking.run({ do: "set_task", task: id, state });
  return (
    <li class={task.state}>
      <label class="task-state">
        <input
          type="checkbox"
          checked={task.state === "done"}
          aria-busy={asking.busy}
          disabled={boardOpen}
          onClick={(event) => {
            event.preventDefault();
            if (!asking.busy) set(task.state === "done" ? "open" : "done");
          }}
        />
        <span dir="auto">{task.text}</span>
      </label>
      <p class="small of-task">
        <OwnerName owner={task.owner} />
        <span>
          {task.state === "dropped"
            ? say("working-task-dropped")
            : (date(task.when, "short") ?? task.when ?? say("working-now-word"))}
        </span>
        {task.first_step && <span dir="auto">{say("working-first", { step: task.first_step })}</span>}
        {!boardOpen && (
          <Button
            look="plain"
            size="s"
            aria-expanded={editing ? "true" : "false"}
            aria-label={say("working-change-task", { task: task.text })}
            onClick={() => setEditing(!editing)}
          >
            {say("working-change")}
          </Button>
        )}
      </p>
      {/* Hidden, not taken away: what was typed is there again when the board is over. */}
      {editing && (
        <div hidden={boardOpen}>
          <EditTask id={id} task={task} onDone={() => setEditing(false)} />
        </div>
      )}
      <Why text={asking.why} />
    </li>
  );
}

function EditTask({ id, task, onDone }: { readonly id: string; readonly task: Task; readonly onDone: () => void }) {
  const asking = useAsk();
  const [text, setText] = useState(task.text);
  const [owner, setOwner] = useState<Owner | null>(task.owner);
  const [when, setWhen] = useState(task.when ?? "");
  const [step, setStep] = useState(task.first_step ?? "");
  const save = async (): Promise<void> => {
    const fields = { text, owner, when: when.trim() || null, first_step: step.trim() || null };
    if (await asking.run({ do: "edit_task", task: id, ...fields })) onDone();
  };
  const drop = async (): Promise<void> => {
    const state = task.state === "dropped" ? "open" : "dropped";
    if (await asking.run({ do: "set_task", task: id, state })) onDone();
  };
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={say("working-task-words")} value={text} onInput={setText} max={LIMITS.task} lines={1} autofocus />
      <ChooseOwner label={say("working-whose")} owner={owner} onChoose={setOwner} />
      <Field
        label={say("working-when")}
        hint={say("working-when-hint")}
        value={when}
        onInput={setWhen}
        max={LIMITS.when}
      />
      <Field label={say("working-first-step")} value={step} onInput={setStep} max={LIMITS.firstStep} />
      <Why text={asking.why} />
      <p class="acts">
        <Button look="ink" size="s" type="submit" busy={asking.busy}>
          {say("working-save")}
        </Button>
        <Button look="plain" size="s" onClick={() => void drop()}>
          {task.state === "dropped" ? say("working-take-up") : say("working-drop")}
        </Button>
        <Button look="plain" size="s" onClick={onDone}>
          {say("working-close")}
        </Button>
      </p>
    </form>
  );
}

import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { LIMITS, type Task } from "../../../worksession.generated";
import { carriedOut } from "../../next";
import { useSession } from "../../use-session";
import { date, dayIn, nameOf } from "../../verdicts";
import { Why } from "../why";
import { useAsk } from "../work/use-work";
import { Day, PersonChoice } from "./choices";
import { Words } from "./words-field";
import "./tasks.css";

type Row = readonly [id: string, task: Task];

/** Tasks, line by line; `edited`: anybody changes state, owner, day and first step here. */
export function Tasks({ tasks, edited }: { readonly tasks: readonly Row[]; readonly edited: boolean }) {
  return (
    <ul class="end-tasks">
      {tasks.map(([id, task]) => (
        <li key={id} class={task.state}>
          <Box id={id} task={task} edited={edited} />
          <div class="about">
            <p class="what" dir="auto">
              {task.text}
              {task.from && <small>{say("verdict-task-from")}</small>}
            </p>
            {edited && task.state === "open" ? <Open id={id} task={task} /> : <Settled task={task} />}
          </div>
          {edited && <Fate id={id} task={task} />}
        </li>
      ))}
    </ul>
  );
}

function Square() {
  return (
    <svg class="square" viewBox="0 0 17 17" aria-hidden="true">
      <rect x=".9" y=".9" width="15.2" height="15.2" rx="3" />
      <path d="m4.6 8.8 2.6 2.6 5-5.6" />
    </svg>
  );
}

function Box({ id, task, edited }: { readonly id: string; readonly task: Task; readonly edited: boolean }) {
  const { run, busy, why } = useAsk();
  const done = task.state === "done";
  if (!edited) return <Square />;
  return (
    <>
      <button
        type="button"
        class="tick-off"
        aria-pressed={done}
        aria-busy={busy}
        aria-label={say("verdict-task-done", { task: task.text })}
        onClick={() => busy || void run({ do: "set_task", task: id, state: done ? "open" : "done" })}
      >
        <Square />
      </button>
      <Why text={why} />
    </>
  );
}

/** Who does it, by when, and the first step: what makes it happen next week. */
function Open({ id, task }: { readonly id: string; readonly task: Task }) {
  const { ask, roots, now } = useSession();
  const { run, why } = useAsk();
  const words = task.owner?.words ?? null;
  return (
    <>
      <p class="terms">
        {words === null ? (
          <PersonChoice
            label={say("verdict-task-owner")}
            value={task.owner?.person ?? null}
            none={say("verdict-task-nobody")}
            onChange={(person) => void run({ do: "edit_task", task: id, owner: person === null ? null : { person } })}
          />
        ) : (
          <bdi>{nameOf(task.owner, roots.people.value)}</bdi>
        )}
        <Day
          label={say("verdict-task-when")}
          value={task.when ?? ""}
          none={say("verdict-task-no-date")}
          min={dayIn(now.value)}
          onInput={(day) => void run({ do: "edit_task", task: id, when: day || null })}
        />
        <Words
          label={say("verdict-task-first")}
          hint={say("verdict-task-first-hint")}
          value={task.first_step ?? ""}
          max={LIMITS.firstStep}
          onKeep={async (step) => {
            const answer = await ask({ do: "edit_task", task: id, first_step: step.trim() || null });
            return carriedOut(answer) ? "" : (answer.why ?? "");
          }}
        />
      </p>
      <Why text={why} />
    </>
  );
}

function Settled({ task }: { readonly task: Task }) {
  const { roots } = useSession();
  const when = date(task.when, "short") ?? task.when ?? (task.state === "open" ? say("verdict-task-no-date") : null);
  const parts = [nameOf(task.owner, roots.people.value), when, task.first_step].filter(Boolean);
  return (
    <p class="terms">
      {task.state === "dropped" && <span>{say("verdict-task-dropped")}</span>}
      {parts.map((part, at) => (
        <span key={at} dir="auto">
          {part}
        </span>
      ))}
      {task.note && <span dir="auto">{task.note}</span>}
    </p>
  );
}

/** Not every task has to be done: it is dropped, or taken up again. */
function Fate({ id, task }: { readonly id: string; readonly task: Task }) {
  const { run, busy, why } = useAsk();
  if (task.state === "done") return null;
  const dropped = task.state === "dropped";
  return (
    <div class="fate">
      <Button
        look="plain"
        size="s"
        busy={busy}
        onClick={() => void run({ do: "set_task", task: id, state: dropped ? "open" : "dropped" })}
      >
        {dropped ? say("verdict-task-reopen") : say("verdict-task-drop")}
      </Button>
      <Why text={why} />
    </div>
  );
}

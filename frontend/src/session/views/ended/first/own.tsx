import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import { date } from "../../../verdicts";
import { Tasks } from "../../outcome/tasks";
import { Part } from "../part";

interface OwnProps {
  readonly tasks: readonly string[];
}

/** Open tasks of this person, the first day first, with their days for a calendar. */
export function OwnTasks({ tasks }: OwnProps) {
  const { boot, meta } = useSession();
  const rows = useRows(tasks);
  const dated = rows.some(([, { state, when }]) => state === "open" && date(when) !== null);
  return (
    <Part title={say("ended-own-tasks", { count: rows.length })}>
      <Tasks tasks={rows} edited={meta.value.next === null} />
      {dated && (
        <p class="press">
          <a class="button quiet size-m" href={`/api/worksessions/${boot.session}/tasks.ics`} download>
            {say("ended-own-calendar")}
          </a>
        </p>
      )}
      <YouSaid />
    </Part>
  );
}

/** Open tasks of anybody that have no day yet. */
export function Undated({ tasks }: OwnProps) {
  const rows = useRows(tasks);
  const left = rows.filter(([, { state, when }]) => state === "open" && when === null).length;
  return (
    <Part title={say("ended-tasks")}>
      <p class="large">{say("ended-undated", { count: left })}</p>
      <Tasks tasks={rows} edited />
    </Part>
  );
}

/** What this person said of their goal. */
export function Said() {
  return (
    <Part title={say("ended-you-said")}>
      <YouSaid titled />
    </Part>
  );
}

/** `titled`: what it is stands above already. */
function YouSaid({ titled = false }: { readonly titled?: boolean }) {
  const { myself } = useSession();
  const { goal, outcome, note } = myself.value ?? {};
  if (!goal && !outcome) return null;
  return (
    <p class="you-said">
      {!titled && `${say("ended-you-said")}: `}
      {goal && (
        <>
          <bdi>{goal}</bdi>
          {" · "}
        </>
      )}
      {say("ended-outcome", { outcome: outcome ?? "none" })}
      {note && (
        <>
          {" · "}
          <bdi>{note}</bdi>
        </>
      )}
    </p>
  );
}

/** These tasks, in the order of their days. */
function useRows(tasks: readonly string[]) {
  const { roots } = useSession();
  return [...roots.tasks.value]
    .filter(([id]) => tasks.includes(id))
    .sort(([, a], [, b]) => rank(a.when).localeCompare(rank(b.when)));
}

const rank = (when: string | null): string => (date(when) === null ? "9" : (when ?? ""));

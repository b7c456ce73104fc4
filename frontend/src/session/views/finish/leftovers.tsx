import { say } from "../../../words/say";
import type { Parked, SettleParked } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { Conditions } from "../outcome/conditions";
import { Tasks } from "../outcome/tasks";
import { Why } from "../why";
import { useAsk } from "../work/use-work";

type Fate = SettleParked["as"];

const FATES: readonly Fate[] = ["next", "task", "dropped"];

/** What is left, each with its default: nothing of it has to be touched. */
export function Leftovers({ alone }: { readonly alone: boolean }) {
  const { roots } = useSession();
  const open = [...roots.tasks.value].filter(([, { state }]) => state === "open");
  const parked = [...roots.parked.value].filter(([, one]) => one.as !== "task");
  // Alone the one condition is the question itself.
  const asked = roots.conditions.value.size > (alone ? 1 : 0);
  const left = open.length > 0 || parked.length > 0;
  const met = [...roots.conditions.value.values()].every((condition) => condition.met);
  const nothing = <p class="nothing-left">{say("finish-nothing")}</p>;
  if (!asked && !left) return nothing;
  return (
    <div class="leftovers">
      {asked && (
        <section>
          <h2>{say("verdict-done-when")}</h2>
          <Conditions ticked />
          {!left && met && nothing}
        </section>
      )}
      {open.length > 0 && (
        <section>
          <h2>{say("finish-tasks-stay", { count: open.length })}</h2>
          <Tasks tasks={open} edited />
        </section>
      )}
      {parked.length > 0 && (
        <section>
          <h2>{say("finish-later")}</h2>
          <ul class="thoughts">
            {parked.map(([id, one]) => (
              <Thought key={id} id={id} parked={one} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** A thought for later goes to the next session unless somebody says otherwise. */
function Thought({ id, parked }: { readonly id: string; readonly parked: Parked }) {
  const { run, why } = useAsk();
  return (
    <li>
      <p class={parked.as === "dropped" ? "dropped" : ""} dir="auto">
        {parked.text}
      </p>
      <span class="in-line fate">
        <select
          aria-label={say("finish-fate", { thought: parked.text })}
          value={parked.as ?? "next"}
          onChange={({ currentTarget }) =>
            void run({ do: "settle_parked", parked: id, as: currentTarget.value as Fate })
          }
        >
          {FATES.map((fate) => (
            <option key={fate} value={fate}>
              {say(`finish-fate-${fate}`)}
            </option>
          ))}
        </select>
      </span>
      <Why text={why} />
    </li>
  );
}

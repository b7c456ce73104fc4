import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { Tick } from "../work/tick";
import { Part } from "./part";

/** Side by side: what became of everybody's goal. */
export function Goals() {
  const { roots } = useSession();
  const people = [...roots.people.value].filter(([, { removed }]) => !removed);
  return (
    <Part title={say("ended-goals")}>
      <ul class="done-lines">
        {people.map(([id, { name, goal, outcome, note }]) => (
          <li key={id} class={outcome === "done" ? "met" : ""}>
            <Tick />
            <span class="words">
              <span dir="auto">{goal ?? say("ended-no-goal")}</span>
              <small>
                <bdi>{name}</bdi> · {say("ended-outcome", { outcome: outcome ?? "none" })}
                {note && (
                  <>
                    {" "}
                    · <bdi>{note}</bdi>
                  </>
                )}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

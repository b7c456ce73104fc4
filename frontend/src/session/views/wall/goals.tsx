import { useFit } from "../../../kit/fit";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { Tick } from "../work/tick";
import "./lines.css";

/** Side by side everybody has a goal of their own. */
export function Goals({ sizes }: { readonly sizes: readonly number[] }) {
  const { roots } = useSession();
  const people = [...roots.people.value].filter(([, { removed, goal }]) => !removed && goal);
  const [box, over] = useFit<HTMLOListElement>(people.map(([id, { goal }]) => `${id}${goal}`).join(), sizes);
  return (
    <div class="wall-lines goals">
      <ol ref={box}>
        {people.map(([id, { name, goal, outcome }], at) => (
          <li key={id} class={`${outcome === "done" ? "met" : ""}${at >= people.length - over ? " out" : ""}`}>
            <Tick />
            <span>
              <b dir="auto">{name}</b> <span dir="auto">{goal}</span>
            </span>
          </li>
        ))}
      </ol>
      {over > 0 && <p class="more">{say("wall-others", { count: over })}</p>}
    </div>
  );
}

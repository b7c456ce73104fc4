import { say } from "../../../words/say";
import type { Condition } from "../../../worksession.generated";
import { inOrder } from "../../sentence";
import { useSession } from "../../use-session";
import { Why } from "../why";
import { Tick } from "../work/tick";
import { useAsk } from "../work/use-work";
import "./conditions.css";

/** "Done when", line by line; with `ticked` each line is a box that anybody may tick. */
export function Conditions({ ticked }: { readonly ticked: boolean }) {
  const { roots } = useSession();
  return (
    <ol class="done-lines">
      {inOrder(roots.conditions.value).map(([id, condition]) => (
        <li key={id} class={condition.met ? "met" : ""}>
          {ticked ? <Box id={id} condition={condition} /> : <Line condition={condition} />}
        </li>
      ))}
    </ol>
  );
}

function Line({ condition: { met, note, text } }: { readonly condition: Condition }) {
  return (
    <>
      <Tick />
      <span class="visually-hidden">{met ? say("verdict-met") : say("verdict-not-met")}</span>
      <span class="words">
        <span dir="auto">{text}</span>
        {note && <small dir="auto">{note}</small>}
      </span>
    </>
  );
}

function Box({ id, condition: { met, text } }: { readonly id: string; readonly condition: Condition }) {
  const { run, busy, why } = useAsk();
  return (
    <>
      <button
        type="button"
        aria-pressed={met}
        aria-busy={busy}
        onClick={() => busy || void run({ do: "tick_condition", condition: id, met: !met })}
      >
        <Tick />
        <span class="words" dir="auto">
          {text}
        </span>
      </button>
      <Why text={why} />
    </>
  );
}

import { say } from "../../../words/say";
import type { Condition } from "../../../worksession.generated";
import { inOrder } from "../../sentence";
import { useSession } from "../../use-session";
import { Why } from "../why";
import { useAsk } from "../work/use-work";
import "./conditions.css";

/** The board's empty dot; met, the full one with the tick cut out of it. */
export function Dot({ met }: { readonly met: boolean }) {
  return (
    <svg class={met ? "done-dot met" : "done-dot"} viewBox="0 0 22 22" aria-hidden="true">
      <circle class="rim" cx="11" cy="11" r="9.6" />
      <circle class="full" cx="11" cy="11" r="10.4" />
      <path d="m6.6 11.4 3.1 3.1 5.8-6.6" />
    </svg>
  );
}

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
      <Dot met={met} />
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
        <Dot met={met} />
        <span class="words" dir="auto">
          {text}
        </span>
      </button>
      <Why text={why} />
    </>
  );
}

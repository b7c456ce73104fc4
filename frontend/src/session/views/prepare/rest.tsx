import { useSignal } from "@preact/signals";
import { say } from "../../../words/say";
import { LIMITS } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { ownZone, whenOf } from "../../when";
import { useDraft } from "./draft";
import { Line } from "./line";
import { dayAndTime, localValue } from "./times";

/** A quarter of an hour, the first time that is offered. */
const SOON = 900;

/** What may stay as it is: for whom, why, and when it starts. */
export function Rest() {
  const { meta, leads } = useSession();
  const { audience, problem, constraint, starts, zone, repeats } = meta.value.contract;
  const told = leads.value ? dayAndTime : whenOf;
  const when = starts === null ? null : told(starts, zone);
  const all = [
    [say("prepare-audience"), audience],
    [say("prepare-problem"), problem],
    [say("prepare-constraint"), constraint],
    [say("prepare-starts"), when !== null && repeats ? say("prepare-starts-weekly", { when }) : when],
  ] as const;
  const known = all.flatMap(([, words]) => words || []);
  if (!leads.value) {
    return known.length > 0 ? (
      <dl class="plan-rest-read">
        {all.map(([label, words]) =>
          words ? (
            <div key={label}>
              <dt class="plan-label">{label}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ) : null,
        )}
      </dl>
    ) : null;
  }
  return (
    <details class="plan-rest">
      <summary>
        <span dir="auto">{known.length > 0 ? known.join(" · ") : say("prepare-rest")}</span>
      </summary>
      <div class="fields">
        <Text
          name="audience"
          label={say("prepare-audience")}
          most={LIMITS.audience}
          hint={say("prepare-audience-hint")}
        />
        <Text name="problem" label={say("prepare-problem")} most={LIMITS.problem} />
        <Text name="constraint" label={say("prepare-constraint")} most={LIMITS.constraint} />
        <Starts />
      </div>
    </details>
  );
}

interface TextProps {
  readonly name: "audience" | "problem" | "constraint";
  readonly label: string;
  readonly most: number;
  readonly hint?: string;
}

function Text({ name, label, most, hint }: TextProps) {
  const { meta, ask } = useSession();
  const draft = useDraft(meta.value.contract[name] ?? "", most, (text) =>
    ask({ do: "edit_contract", [name]: text || null }),
  );
  return <Line class="boxed" label={label} draft={draft} long={name !== "audience"} hint={hint} />;
}

function Starts() {
  const { meta, ask, now } = useSession();
  const { starts, zone, repeats } = meta.value.contract;
  const why = useSignal("");
  // What was pressed shows at once, not when the document has it.
  const pressed = useSignal<boolean | null>(null);
  const set = pressed.value ?? starts !== null;
  const change = async (at: number | null): Promise<void> => {
    pressed.value = at !== null;
    const answer = await ask({ do: "edit_contract", starts: at, zone: at === null ? null : ownZone() });
    pressed.value = null;
    why.value = answer.answer === "ok" ? "" : (answer.why ?? "");
  };
  const past = starts !== null && starts < now.value ? say("prepare-starts-past") : "";
  return (
    <fieldset class="starts">
      <legend class="plan-label">{say("prepare-starts")}</legend>
      <label>
        <input type="radio" name="starts" checked={!set} onChange={() => void change(null)} />
        <span>{say("prepare-starts-here")}</span>
      </label>
      <label>
        <input
          type="radio"
          name="starts"
          checked={set}
          onChange={() => void change(Math.ceil((now.peek() + SOON) / 300) * 300)}
        />
        <span>{say("prepare-starts-at")}</span>
      </label>
      {starts === null ? null : (
        <div class="line boxed">
          <input
            type="datetime-local"
            aria-label={say("prepare-starts")}
            value={localValue(starts)}
            onChange={(event) => {
              const at = new Date(event.currentTarget.value).getTime() / 1000;
              if (Number.isFinite(at)) void change(Math.round(at));
            }}
          />
          <p class="plan-note">{why.value || past || dayAndTime(starts, zone)}</p>
        </div>
      )}
      {starts === null && why.value ? <p class="plan-note wrong">{why.value}</p> : null}
      {starts !== null && (meta.value.kind === "coworking" || repeats) ? <Weekly /> : null}
    </fieldset>
  );
}

/** Whether the end of the session opens the next one, a week later at the same time. */
function Weekly() {
  const { meta, ask } = useSession();
  const why = useSignal("");
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={meta.value.contract.repeats !== null}
          onChange={async ({ currentTarget }) => {
            const answer = await ask({ do: "edit_contract", repeats: currentTarget.checked ? "weekly" : null });
            why.value = answer.answer === "ok" ? "" : (answer.why ?? "");
          }}
        />
        <span>{say("chain-weekly")}</span>
      </label>
      <p class={why.value ? "plan-note wrong" : "plan-note"}>{why.value || say("chain-weekly-hint")}</p>
    </>
  );
}

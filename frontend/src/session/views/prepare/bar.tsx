import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button } from "../../../kit/button";
import { useEdge } from "../../../kit/page/edges";
import { sends } from "../../../kit/text/input";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { isAlone } from "../../verdicts";
import { joinAs, lastName } from "../name-field";
import { PersonName } from "../person-name";
import { Copy, invitation } from "./invite";

/** At the foot: who is here, the invitation, and the start. The red one is what comes next. */
export function PlanBar() {
  const session = useSession();
  const { meta, roots, notice, me, leads, ask } = session;
  const name = useSignal(lastName());
  const why = useSignal("");
  const busy = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const edge = useEdge<HTMLElement>("bottom");
  const here = [...roots.people.value].filter(
    ([id, person]) => !person.removed && (id === me.value || notice.value.here?.includes(id)),
  );
  const alone = isAlone(meta.value.kind);
  const others = alone || here.some(([id]) => id !== me.value);
  const { minutes, artifact } = meta.value.contract;

  const join = async (): Promise<boolean> => {
    if (me.peek() !== null) return true;
    why.value = await joinAs(session, name, say("prepare-name-missing"));
    if (why.value) field.current?.focus();
    return why.value === "";
  };
  const begin = async (): Promise<void> => {
    if (artifact === "") {
      why.value = say("prepare-artifact-missing");
      document.getElementById("plan-artifact")?.focus();
      return;
    }
    busy.value = true;
    if (await join()) {
      const answer = await ask({ do: "start" });
      if (answer.answer !== "ok") why.value = answer.why ?? "";
    }
    busy.value = false;
  };
  const lead = [...roots.people.value.values()].find(({ role, removed }) => role === "lead" && !removed);
  return (
    <footer ref={edge} class="plan-bar">
      <div class="plan-here">
        {me.value === null ? (
          <label class="own-name">
            <span>{say("prepare-name")}</span>
            <input
              ref={field}
              value={name.value}
              autocomplete="given-name"
              dir="auto"
              aria-invalid={why.value ? "true" : undefined}
              onInput={(event) => {
                name.value = event.currentTarget.value;
                why.value = "";
              }}
              onKeyDown={(event) => {
                if (sends(event)) void join();
              }}
            />
          </label>
        ) : null}
        {me.value === null && name.value ? (
          <Button look="plain" onClick={() => void join()}>
            {say("prepare-name-set")}
          </Button>
        ) : null}
        {here.map(([id, person]) => (
          <PersonName key={id} person={person} you={id === me.value && say("prepare-you")} />
        ))}
      </div>
      <p class="plan-next" role="status">
        {why.value ? (
          <span class="wrong">{why.value}</span>
        ) : leads.value ? (
          others ? (
            ""
          ) : (
            say("prepare-only-you")
          )
        ) : (
          waits(lead?.name)
        )}
      </p>
      {leads.value ? (
        <div class="plan-acts">
          {alone ? null : (
            <Copy words={say("prepare-copy")} text={invitation(session)} look={others ? "quiet" : "go"} />
          )}
          <Button look={others ? "go" : "quiet"} busy={busy.value} onClick={() => void begin()}>
            {say("prepare-start", { minutes })}
          </Button>
        </div>
      ) : (
        <div class="plan-acts">
          <Copy words={say("prepare-copy")} text={invitation(session)} />
        </div>
      )}
    </footer>
  );
}

function waits(name: string | undefined): string {
  return name ? say("prepare-waits", { name }) : say("prepare-waits-lead");
}

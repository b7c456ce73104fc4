import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { say } from "../../../words/say";
import { LIMITS } from "../../../worksession.generated";
import { ownerName } from "../../sentence";
import { useSession } from "../../use-session";
import { useDraft } from "./draft";
import { Line } from "./line";

const LEAD = "";
const WORDS = "words";

/** "Who says it's done?": whoever leads, somebody who is here, or a name. */
export function Owner() {
  const { meta, roots, leads, me, ask } = useSession();
  const { owner } = meta.value.contract;
  const id = useId();
  const why = useSignal("");
  const elsewhere = useSignal(false);
  const words = elsewhere.value || Boolean(owner?.words);
  const people = [...roots.people.value].filter(([, person]) => !person.removed);
  const lead = people.find(([, person]) => person.role === "lead");
  const choose = async (value: string): Promise<void> => {
    elsewhere.value = value === WORDS;
    if (value === WORDS) return;
    const answer = await ask({ do: "edit_contract", owner: value === LEAD ? null : { person: value } });
    why.value = answer.answer === "ok" ? "" : (answer.why ?? "");
  };
  const nameOf = (person: string, name: string) => (person === me.value ? say("prepare-owner-me", { name }) : name);
  if (!leads.value) {
    const name = owner ? ownerName(owner, roots.people.value) : (lead?.[1].name ?? say("prepare-owner-lead"));
    return (
      <section class="plan-part">
        <h2 class="plan-label">{say("prepare-owner")}</h2>
        <p class="plan-value" dir="auto">
          {name}
        </p>
      </section>
    );
  }
  return (
    <section class="plan-part owner">
      <h2 class="plan-label">
        <label for={id}>{say("prepare-owner")}</label>
      </h2>
      <select
        id={id}
        value={words ? WORDS : (owner?.person ?? LEAD)}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        <option value={LEAD}>{lead ? nameOf(...named(lead)) : say("prepare-owner-lead")}</option>
        {people
          .filter(([one]) => one !== lead?.[0])
          .map(([one, person]) => (
            <option key={one} value={one}>
              {nameOf(one, person.name)}
            </option>
          ))}
        <option value={WORDS}>{say("prepare-owner-words")}</option>
      </select>
      {words ? <Named autofocus={elsewhere.value && !owner?.words} /> : null}
      {why.value ? <p class="plan-note wrong">{why.value}</p> : null}
    </section>
  );
}

function named([id, { name }]: readonly [string, { readonly name: string }]): [string, string] {
  return [id, name];
}

function Named({ autofocus }: { readonly autofocus: boolean }) {
  const { meta, ask } = useSession();
  const draft = useDraft(meta.value.contract.owner?.words ?? "", LIMITS.owner, (words) =>
    ask({ do: "edit_contract", owner: words ? { words } : null }),
  );
  return <Line label={say("prepare-owner-name")} draft={draft} autofocus={autofocus} />;
}

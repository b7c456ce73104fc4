import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { grow, sends } from "../../../kit/text/input";
import { textSize } from "../../../kit/text/size";
import { say } from "../../../words/say";
import { LIMITS } from "../../../worksession.generated";
import { useSession } from "../../use-session";
import { BringText } from "../bringing/bring-text";
import { Calendar } from "../chain/calendar";
import { PlanChain } from "../chain/chain-line";
import { SentenceLine } from "../sentence-line";
import { Agenda } from "./agenda";
import { PlanBar } from "./bar";
import { Conditions } from "./conditions";
import { useDraft } from "./draft";
import { Invite } from "./invite";
import { Length } from "./length";
import { Mine } from "./mine";
import { Owner } from "./owner";
import { Readers } from "./readers";
import { Rest } from "./rest";
import { Starters } from "./starters";

/** Characters from which on what will exist is set smaller. */
const LONG = 60;
const VERY_LONG = 120;

/** The plan: four lines on one side, what follows from them on the other. */
export function Prepare() {
  const { meta, leads } = useSession();
  const { artifact } = meta.value.contract;
  useEffect(() => {
    document.title = artifact || say("prepare-artifact");
  }, [artifact]);
  return (
    <div class={`prepare${leads.value ? "" : " reads"}`}>
      <main id="main">
        <div class="plan-lines">
          {leads.value ? (
            <Artifact />
          ) : (
            <h1 class={textSize(artifact, LONG, VERY_LONG)} dir="auto">
              {artifact}
            </h1>
          )}
          {leads.value ? <Starters /> : null}
          <Readers />
          <Conditions />
          <Length />
          <Owner />
          <BringText />
          <Rest />
          {leads.value ? null : <Mine />}
        </div>
        <div class="plan-side">
          <SentenceLine />
          <Agenda />
          <Invite />
          {leads.value ? <Mine /> : null}
          <Calendar />
          <PlanChain />
        </div>
      </main>
      <PlanBar />
    </div>
  );
}

function Artifact() {
  const { meta, ask } = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(meta.value.contract.artifact, LIMITS.artifact, (artifact) =>
    ask({ do: "edit_contract", artifact }),
  );
  useLayoutEffect(() => grow(field.current), [draft.text]);
  useLayoutEffect(() => {
    if (!draft.text) field.current?.focus();
  }, []);
  return (
    <div class="plan-part artifact">
      <h1>
        <label class="plan-label" for="plan-artifact">
          {say("prepare-artifact")}
        </label>
      </h1>
      <textarea
        ref={field}
        id="plan-artifact"
        class={textSize(draft.text, LONG, VERY_LONG)}
        rows={1}
        dir="auto"
        autocomplete="off"
        value={draft.text}
        placeholder={say("prepare-artifact-example")}
        aria-invalid={draft.why ? "true" : undefined}
        aria-describedby={draft.why ? "plan-artifact-note" : undefined}
        onInput={(event) => draft.onInput(event.currentTarget.value)}
        onBlur={draft.settle}
        onKeyDown={(event) => {
          if (!sends(event)) return;
          event.preventDefault();
          draft.settle();
        }}
      />
      {draft.why ? (
        <p class="plan-note wrong" id="plan-artifact-note" role="alert">
          {draft.why}
        </p>
      ) : null}
    </div>
  );
}

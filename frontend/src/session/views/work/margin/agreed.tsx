/** What was agreed on, and what somebody proposes to agree on. Alone it is what was decided, and why. */

import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Field } from "../../../../kit/field";
import { lazy } from "../../../../kit/lazy";
import { unfit } from "../../../../kit/text/rules";
import { newId } from "../../../../live/random";
import { say } from "../../../../words/say";
import { type Agreement, LIMITS } from "../../../../worksession.generated";
import { useDraft } from "../../../drafts";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { Waits } from "../board/waits";
import { ChooseOwner, OwnerName } from "../people/owner";
import { useAsk, useBoardOpen } from "../use-work";
import { typing } from "./opened";

const FromBoard = lazy(() => import("../board/result").then((part) => part.FromBoard), "inside");
const Result = lazy(() => import("./result").then((part) => part.Result), "level");

export function Agreed() {
  const { roots } = useSession();
  const closed = [...roots.agreements.value].filter(([, { open }]) => !open).sort(([, a], [, b]) => b.at - a.at);
  const boardOpen = useBoardOpen();
  return (
    <div class="inside">
      <ul class="agreed-list">
        {closed.map(([id, agreement]) => (
          <Closed key={id} agreement={agreement} />
        ))}
      </ul>
      {boardOpen ? <Waits /> : <Propose />}
    </div>
  );
}

function Closed({ agreement }: { readonly agreement: Agreement }) {
  return (
    <li>
      {agreement.count === undefined && (
        <p class="made" dir="auto">
          {agreement.text}
        </p>
      )}
      {agreement.why && (
        <p class="small" dir="auto">
          {agreement.why}
        </p>
      )}
      {agreement.owner && (
        <p class="small">
          {say("working-sees-to-it")} <OwnerName owner={agreement.owner} />
        </p>
      )}
      {agreement.by === "board" ? <FromBoard agreement={agreement} /> : <Result agreement={agreement} />}
    </li>
  );
}

function Propose() {
  const { notice } = useSession();
  const asking = useAsk();
  const text = useDraft("agreement");
  const why = useDraft("agreement-why");
  const owner = useDraft("agreement-owner");
  const id = useRef(newId());
  const field = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null);
  const wanted = typing.value === "agreed";
  useEffect(() => {
    if (wanted) field.current?.focus({ preventScroll: true });
  }, [wanted]);
  const alone = notice.value.present <= 1;
  const propose = async (): Promise<void> => {
    if (asking.busy || unfit(text.value, LIMITS.agreement)) return;
    const done = await asking.run({
      do: "propose_agreement",
      agreement: id.current,
      text: text.value,
      why: why.value.trim() || null,
      owner: owner.value ? { person: owner.value } : null,
    });
    if (!done) return;
    id.current = newId();
    text.value = "";
    why.value = "";
    owner.value = "";
  };
  return (
    <form
      class="propose"
      onSubmit={(event) => {
        event.preventDefault();
        void propose();
      }}
    >
      <Field
        label={alone ? say("working-i-decided") : say("working-agreement-label")}
        hint={alone ? undefined : say("working-agreement-hint", { present: notice.value.present })}
        value={text.value}
        onInput={(value) => {
          text.value = value;
        }}
        max={LIMITS.agreement}
        lines={2}
        inputRef={field}
      />
      <Field
        label={say("working-because")}
        value={why.value}
        onInput={(value) => {
          why.value = value;
        }}
        max={LIMITS.why}
        lines={1}
      />
      {!alone && (
        <ChooseOwner
          label={say("working-who-sees-to-it")}
          owner={owner.value ? { person: owner.value } : null}
          onChoose={(chosen) => {
            owner.value = chosen?.person ?? "";
          }}
        />
      )}
      <Why text={asking.why} />
      <Button look="ink" size="s" type="submit" busy={asking.busy}>
        {alone ? say("working-write-down") : say("working-put-it")}
      </Button>
    </form>
  );
}

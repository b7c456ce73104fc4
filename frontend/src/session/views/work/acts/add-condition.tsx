import { useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Field } from "../../../../kit/field";
import { unfit } from "../../../../kit/text/rules";
import { newId } from "../../../../live/random";
import { say } from "../../../../words/say";
import { LIMITS } from "../../../../worksession.generated";
import { clearSent, useDraft } from "../../../drafts";
import { Why } from "../../why";
import { useAsk } from "../use-work";

/** One more line of "Done when". */
export function AddCondition({ open: first }: { readonly open: boolean }) {
  const [pressed, setOpen] = useState(false);
  const draft = useDraft("condition");
  const asking = useAsk();
  const open = first || pressed || draft.value !== "";
  if (!open) {
    return (
      <Button look="plain" size="s" icon="plus" onClick={() => setOpen(true)}>
        {say("working-add-condition")}
      </Button>
    );
  }
  const add = async (): Promise<void> => {
    if (asking.busy || unfit(draft.value, LIMITS.condition)) return;
    const text = draft.value;
    if (await asking.run({ do: "add_condition", condition: newId(), text })) {
      clearSent(draft, text);
      setOpen(false);
    }
  };
  return (
    <form
      class="one-line"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label={say("working-add-condition")}
        quiet
        value={draft.value}
        onInput={(value) => {
          draft.value = value;
        }}
        max={LIMITS.condition}
        placeholder={say("working-condition-example")}
        autofocus={pressed}
      />
      <Button type="submit" busy={asking.busy}>
        {say("working-add")}
      </Button>
      <Why text={asking.why} />
    </form>
  );
}

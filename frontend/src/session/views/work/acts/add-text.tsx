/** "Add to ‹heading›": a few lines at the end of a section of the text. */

import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Field } from "../../../../kit/field";
import { composing } from "../../../../kit/text/input";
import { unfit } from "../../../../kit/text/rules";
import { newId } from "../../../../live/random";
import { say } from "../../../../words/say";
import { LIMITS } from "../../../../worksession.generated";
import { clearSent, useDraft } from "../../../drafts";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { show } from "../text/show";
import { useAsk } from "../use-work";

export function AddText({ onClose, focus }: { readonly onClose?: () => void; readonly focus?: boolean }) {
  const { meta, myself } = useSession();
  const draft = useDraft("line");
  const chosen = useDraft("line-heading", myself.value?.taken ?? "");
  const asking = useAsk();
  const field = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null);
  /** The id of what is on its way: pressed again after a lost answer, it is added once. */
  const line = useRef({ id: newId(), text: "" });
  const places = [...new Set(meta.value.headings.map(({ words }) => words))];
  const heading = places.includes(chosen.value) ? chosen.value : "";
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  const add = async (): Promise<void> => {
    if (asking.busy || unfit(draft.value, LIMITS.line)) return;
    const text = draft.value;
    if (line.current.text !== text + heading) line.current = { id: newId(), text: text + heading };
    const done = await asking.run({ do: "append_text", line: line.current.id, text, heading: heading || null });
    if (!done) return;
    clearSent(draft, text);
    line.current = { id: newId(), text: "" };
    if (heading) show(heading);
    field.current?.focus();
  };
  return (
    <form
      class="add-text"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !composing(event)) onClose?.();
      }}
    >
      <label class="add-to">
        <span>{say("working-add-to")}</span>
        <select value={heading} onChange={(event) => (chosen.value = event.currentTarget.value)}>
          {places.map((words) => (
            <option key={words} value={words}>
              {words}
            </option>
          ))}
          <option value="">{say("working-add-at-end")}</option>
        </select>
      </label>
      <Field
        label={say("working-add-words")}
        quiet
        lines={2}
        max={LIMITS.line}
        value={draft.value}
        onInput={(value) => {
          draft.value = value;
        }}
        onEnter={() => void add()}
        placeholder={say("working-add-example")}
        inputRef={field}
      />
      <div class="row">
        <Why text={asking.why} />
        {onClose && (
          <Button look="plain" onClick={onClose}>
            {say("working-close")}
          </Button>
        )}
        <Button look="ink" type="submit" busy={asking.busy}>
          {say("working-add-it")}
        </Button>
      </div>
    </form>
  );
}

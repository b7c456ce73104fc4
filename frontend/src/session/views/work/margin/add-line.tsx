/** A field that adds one thing to a list of the margin. What was typed stays until the server has it. */

import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Field } from "../../../../kit/field";
import { unfit } from "../../../../kit/text/rules";
import { say } from "../../../../words/say";
import type { Command } from "../../../../worksession.generated";
import { useAdding, useDraft } from "../../../drafts";
import { Why } from "../../why";
import { Waits } from "../board/waits";
import { useAsk, useBoardOpen } from "../use-work";
import { type Row, typing } from "./opened";

interface AddLineProps {
  readonly row: Row;
  readonly label: string;
  readonly max: number;
  readonly command: (id: string, text: string) => Command;
}

export function AddLine({ row, label, max, command }: AddLineProps) {
  const draft = useDraft(row);
  const asking = useAsk();
  const field = useRef<(HTMLInputElement & HTMLTextAreaElement) | null>(null);
  const wanted = typing.value === row;
  useEffect(() => {
    if (wanted) field.current?.focus({ preventScroll: true });
  }, [wanted]);
  const boardOpen = useBoardOpen();
  const add = useAdding(draft, async (id, text) => !unfit(text, max) && (await asking.run(command(id, text))));
  // What is typed stays in its draft.
  if (boardOpen) return <Waits />;
  return (
    <form
      class="add-line"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label={label}
        value={draft.value}
        onInput={(value) => {
          draft.value = value;
        }}
        max={max}
        lines={1}
        onEnter={() => void add()}
        inputRef={field}
      />
      <Button type="submit" size="s" busy={asking.busy}>
        {say("working-add")}
      </Button>
      <Why text={asking.why} />
    </form>
  );
}

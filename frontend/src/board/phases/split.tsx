import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { writing } from "../../words/writing";
import { IDEA_LIMIT, unfit, withoutControls } from "../limits";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { Field } from "../parts/field";
import { announce } from "../shell/say";
import { useBoard } from "../shell/use-board";
import { split } from "../split";

interface Line {
  readonly key: number;
  readonly text: string;
}

export interface SplitDialogProps {
  /** What was pasted, or null. */
  raw: string | null;
  onClose: () => void;
  onKeep: (raw: string) => void;
}

/** Several pasted lines: shown as ideas to edit, added together or kept as one. Enter adds. */
export function SplitDialog({ raw, onClose, onKeep }: SplitDialogProps) {
  const { commands } = useBoard();
  const lines = useSignal<readonly Line[]>([]);
  useLayoutEffect(() => {
    lines.value = raw === null ? [] : split(raw).map((text, key) => ({ key, text: withoutControls(text) }));
  }, [raw]);
  const words = writing.split;
  const ready = lines.value.filter((line) => unfit(line.text) !== "empty");
  const long = ready.some((line) => unfit(line.text) === "long");

  const add = () => {
    if (long || ready.length === 0) {
      return;
    }
    // Each is kept in the outbox until it is answered; its own mark says how it stands.
    for (const line of ready) {
      void commands.addIdea(line.text);
    }
    announce(words.added(ready.length));
    onClose();
  };

  return (
    <Dialog
      open={raw !== null}
      onClose={onClose}
      light={false}
      title={words.title(lines.value.length)}
      lead={words.lead}
      actions={
        <>
          <Button onClick={() => raw !== null && onKeep(raw)}>{words.one}</Button>
          <Button look="go" autofocus aria-disabled={long || ready.length === 0 ? "true" : undefined} onClick={add}>
            {words.add(ready.length)}
          </Button>
        </>
      }
    >
      <ol class="split-lines">
        {lines.value.map((line, at) => (
          <li key={line.key}>
            <Field
              label={words.item(at + 1)}
              quiet
              lines={1}
              value={line.text}
              max={IDEA_LIMIT}
              onEnter={add}
              onInput={(text) => {
                lines.value = lines.value.map((one) => (one.key === line.key ? { ...one, text } : one));
              }}
            />
            <Button
              look="plain"
              icon="close"
              aria-label={words.drop(at + 1)}
              onClick={() => {
                lines.value = lines.value.filter((one) => one.key !== line.key);
              }}
            />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

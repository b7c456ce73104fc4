import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { Button } from "../../../kit/button";
import { copyText } from "../../../kit/copy";
import { Dialog } from "../../../kit/dialog";
import { announce, toast } from "../../../kit/feedback";
import { Field } from "../../../kit/field";
import { keepFocus } from "../../../kit/page/focus";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { counted } from "../../engine/sending/split";
import type { Answer } from "../../engine/types";
import { useBoard } from "../../engine/use-board";
import { ideasLeft } from "./ideas-left";

/** With more lines than this, one large field takes the place of a field for each. */
const FEW = 40;

/** A pasted list: the ideas in it, and how it was pasted. */
export interface Pasted {
  readonly raw: string;
  readonly lines: readonly string[];
  /** Some of it was seen before: it was edited, or is more than one person can add. */
  readonly kept: boolean;
}

export interface SplitDialogProps {
  pasted: Pasted | null;
  onClose: () => void;
  onKeep: (raw: string) => void;
}

/** Several pasted lines: shown as ideas to edit, added together or kept as one. What cannot be added stays here. */
export function SplitDialog({ pasted, onClose, onKeep }: SplitDialogProps) {
  const board = useBoard();
  const { commands, draft } = board;
  const lines = useSignal<readonly string[]>([]);
  const rest = useSignal(false);
  const large = useSignal(false);
  const show = (next: readonly string[], seen: boolean) => {
    lines.value = next;
    rest.value = seen;
    large.value = next.length > FEW;
  };
  useLayoutEffect(() => show(pasted?.lines ?? [], pasted?.kept ?? false), [pasted]);

  const left = ideasLeft(board);
  const { ready, now, over, long } = counted(lines.value, left);
  const edit = (next: readonly string[]) => {
    lines.value = next;
    draft.keepPasted(next);
  };
  const close = () => {
    if (left === 0) draft.keepPasted(ready);
    onClose();
  };
  const add = () => {
    if (long >= 0 || now.length === 0) return;
    // Each is kept in the outbox until it is answered; its own mark says how it stands.
    void Promise.all(now.map((line) => commands.addIdea(line))).then(tell);
    draft.keepPasted(over.length > 0 ? over : null);
    if (over.length === 0) {
      onClose();
      return;
    }
    show(over, true);
    announce(say("own-list-rest", { count: over.length }));
    keepFocus(".dialog[open] footer .button:last-child");
  };

  return (
    <Dialog
      open={pasted !== null}
      onClose={close}
      light={false}
      title={
        rest.value ? say("own-list-rest", { count: ready.length }) : say("own-list-title", { count: ready.length })
      }
      lead={over.length > 0 ? say("own-list-limit", { count: left }) : say("own-list-lead")}
      actions={
        left === 0 ? (
          <>
            <Button icon="copy" onClick={() => copyText(ready.join("\n"))}>
              {say("board-copy-text")}
            </Button>
            <Button look="ink" autofocus onClick={close}>
              {say("board-close")}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => onKeep(rest.value ? ready.join("\n") : (pasted?.raw ?? ""))}>
              {say("own-list-one")}
            </Button>
            <Button
              look="go"
              autofocus
              aria-disabled={long >= 0 || now.length === 0 ? "true" : undefined}
              onClick={add}
            >
              {over.length > 0
                ? say("own-list-add-first", { count: left })
                : say("own-list-add", { count: ready.length })}
            </Button>
          </>
        )
      }
    >
      {large.value ? (
        <Field
          class="split-text"
          label={say("own-list-all")}
          quiet
          lines={12}
          value={lines.value.join("\n")}
          error={long < 0 ? undefined : say("own-list-long-line", { line: long + 1, limit: LIMITS.idea })}
          onInput={(text) => edit(text.split("\n"))}
        />
      ) : (
        <Lines lines={lines.value} edit={edit} add={add} />
      )}
    </Dialog>
  );
}

interface LinesProps {
  lines: readonly string[];
  edit: (lines: readonly string[]) => void;
  add: () => void;
}

/** A field for each idea. Enter adds all. */
function Lines({ lines, edit, add }: LinesProps) {
  return (
    <ol class="split-lines">
      {lines.map((line, at) => (
        <li key={at}>
          <Field
            label={say("own-list-item", { number: at + 1 })}
            quiet
            lines={1}
            value={line}
            max={LIMITS.idea}
            onEnter={add}
            onInput={(text) => edit(lines.map((other, index) => (index === at ? text : other)))}
          />
          <Button
            look="plain"
            icon="close"
            aria-label={say("own-list-drop", { number: at + 1 })}
            onClick={() => edit(lines.filter((_, other) => other !== at))}
          />
        </li>
      ))}
    </ol>
  );
}

/** What became of them, once all are answered. */
function tell(answers: readonly Answer[]): void {
  const count = (answer: Answer["answer"]) => answers.filter((one) => one.answer === answer).length;
  const [added, late] = [count("ok"), count("late")];
  const refused = answers.length - added - late;
  const said = [
    added > 0 || late + refused === 0 ? say("own-list-added", { count: added }) : "",
    late > 0 ? say("own-list-late", { count: late }) : "",
    refused > 0 ? say("own-list-refused", { count: refused }) : "",
  ]
    .filter(Boolean)
    .join(" ");
  if (refused > 0) toast(said);
  else announce(said);
}

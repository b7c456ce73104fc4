import { useSignal } from "@preact/signals";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../kit/button";
import { announce } from "../../kit/feedback";
import { useEdge } from "../../kit/page/edges";
import { grow, sends } from "../../kit/text/input";
import { length, trimmed, unfit, withoutControls } from "../../kit/text/rules";
import { LIMITS } from "../../protocol.generated";
import { views } from "../../words/views";
import { ownIdeas, writing } from "../../words/writing";
import { useBoard } from "../shell/use-board";
import { split } from "../split";
import { ideasLeft } from "./ideas-left";
import { type Pasted, SplitDialog } from "./split";
import "./composer.css";

/** How near the limit the count of what is left begins to show. */
const NEAR = 150;

export interface ComposerProps {
  /** Takes the focus when it comes up. */
  focus?: boolean;
  /** A line under the field instead of the keys. */
  hint?: string;
}

/** The field for the next idea. Enter adds and the focus stays; what does not fit stays in the field with its number. */
export function Composer({ focus = true, hint }: ComposerProps) {
  const board = useBoard();
  const { draft } = board;
  const field = useRef<HTMLTextAreaElement>(null);
  const card = useEdge<HTMLElement>("bottom");
  const pasted = useSignal<Pasted | null>(null);
  const id = useId();
  const text = draft.text.value;
  const left = LIMITS.idea - length(text);
  const problem = unfit(text, LIMITS.idea);

  useLayoutEffect(() => {
    // A dialog that stands open keeps the focus, and so does another field.
    const busy = document.querySelector("dialog[open]") ?? document.activeElement?.closest("textarea, input");
    if (focus && !busy) {
      field.current?.focus({ preventScroll: true });
    }
  }, []);

  useLayoutEffect(() => grow(field.current), [text]);

  const send = async () => {
    field.current?.focus();
    if (unfit(draft.text.peek(), LIMITS.idea)) {
      return;
    }
    const answer = await draft.send();
    announce(answer.answer === "ok" ? writing.added : answer.answer === "late" ? ownIdeas.lateWhy : (answer.why ?? ""));
  };

  const paste = (event: ClipboardEvent) => {
    const raw = event.clipboardData?.getData("text/plain") ?? "";
    const lines = split(withoutControls(raw));
    if (lines.length > 1) {
      event.preventDefault();
      const before = draft.pasted.peek() ?? [];
      pasted.value = { raw, lines: [...before, ...lines], kept: before.length > 0 };
    }
  };

  const keepAsOne = (raw: string) => {
    const input = field.current;
    const from = input?.selectionStart ?? text.length;
    const to = input?.selectionEnd ?? text.length;
    draft.type(text.slice(0, from) + trimmed(withoutControls(raw)) + text.slice(to));
    draft.keepPasted(null);
    pasted.value = null;
  };

  return (
    <>
      <section ref={card} class="composer">
        <label class="visually-hidden" for={id}>
          {writing.field}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={2}
          dir="auto"
          enterkeyhint="send"
          placeholder={writing.placeholder}
          value={text}
          aria-invalid={problem === "long" ? "true" : undefined}
          aria-describedby={`${id}-note`}
          onInput={(event) => draft.type(event.currentTarget.value)}
          onPaste={paste}
          onKeyDown={(event) => {
            if (sends(event)) {
              event.preventDefault();
              void send();
            }
          }}
        />
        <div class="foot">
          <p id={`${id}-note`} class={problem === "long" ? "note wrong" : "note"}>
            {problem === "long" ? (
              writing.tooLong(-left)
            ) : left <= NEAR ? (
              writing.charsLeft(left)
            ) : ideasLeft(board) === 0 ? (
              writing.split.full
            ) : hint ? (
              hint
            ) : (
              <span class="keys">
                <kbd translate={false}>Enter</kbd> {writing.enter} <kbd translate={false}>Shift</kbd>{" "}
                <kbd translate={false}>Enter</kbd> {writing.newLine}
              </span>
            )}
          </p>
          <Button
            look="go"
            // The field keeps the focus and a phone its keyboard.
            onPointerDown={(event) => event.preventDefault()}
            aria-disabled={problem ? "true" : undefined}
            onClick={() => void send()}
          >
            {writing.add}
          </Button>
        </div>
      </section>
      {pasted.value ? null : <Rest show={(lines) => (pasted.value = { raw: lines.join("\n"), lines, kept: true })} />}
      <SplitDialog pasted={pasted.value} onClose={() => (pasted.value = null)} onKeep={keepAsOne} />
    </>
  );
}

/** What is left of a pasted list, under the field. */
function Rest({ show }: { show: (lines: readonly string[]) => void }) {
  const { draft } = useBoard();
  const lines = draft.pasted.value;
  if (lines === null || lines.length === 0) return null;
  return (
    <section class="pasted-rest" aria-label={writing.split.rest(lines.length)}>
      <p>{writing.split.rest(lines.length)}</p>
      <Button size="s" onClick={() => show(lines)}>
        {writing.split.show}
      </Button>
      <Button look="plain" size="s" icon="close" onClick={() => draft.keepPasted(null)}>
        {views.own.forget}
      </Button>
    </section>
  );
}

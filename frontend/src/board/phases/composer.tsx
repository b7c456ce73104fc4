import { useSignal } from "@preact/signals";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { views } from "../../words/views";
import { IDEA_LIMIT, length, unfit } from "../limits";
import { Button } from "../parts/button";
import { announce } from "../shell/say";
import { useBoard } from "../shell/use-board";
import { split } from "../split";
import { SplitDialog } from "./split";
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
  const { draft } = useBoard();
  const field = useRef<HTMLTextAreaElement>(null);
  const pasted = useSignal<string | null>(null);
  const id = useId();
  const text = draft.text.value;
  const left = IDEA_LIMIT - length(text);
  const problem = unfit(text);

  useLayoutEffect(() => {
    // A dialog that stands open keeps the focus, and so does another field.
    const busy = document.querySelector("dialog[open]") ?? document.activeElement?.closest("textarea, input");
    if (focus && !busy) {
      field.current?.focus({ preventScroll: true });
    }
  }, []);

  const send = async () => {
    field.current?.focus();
    if (unfit(draft.text.peek())) {
      return;
    }
    const answer = await draft.send();
    announce(
      answer.answer === "ok" ? views.write.added : answer.answer === "late" ? views.own.lateWhy : (answer.why ?? ""),
    );
  };

  const paste = (event: ClipboardEvent) => {
    const raw = event.clipboardData?.getData("text/plain") ?? "";
    if (split(raw).length > 1) {
      event.preventDefault();
      pasted.value = raw;
    }
  };

  const keepAsOne = (raw: string) => {
    const input = field.current;
    const from = input?.selectionStart ?? text.length;
    const to = input?.selectionEnd ?? text.length;
    draft.type(text.slice(0, from) + raw.trim() + text.slice(to));
    pasted.value = null;
  };

  return (
    <>
      <section class="composer">
        <label class="visually-hidden" for={id}>
          {views.write.field}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={2}
          dir="auto"
          enterkeyhint="send"
          placeholder={views.write.placeholder}
          value={text}
          aria-invalid={problem === "long" ? "true" : undefined}
          aria-describedby={`${id}-note`}
          onInput={(event) => draft.type(event.currentTarget.value)}
          onPaste={paste}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
              event.preventDefault();
              void send();
            }
          }}
        />
        <div class="foot">
          <p id={`${id}-note`} class={problem === "long" ? "note wrong" : "note"}>
            {problem === "long" ? (
              views.write.tooLong(-left)
            ) : left <= NEAR ? (
              views.write.charsLeft(left)
            ) : hint ? (
              hint
            ) : (
              <span class="keys">
                <kbd translate={false}>Enter</kbd> {views.write.enter} <kbd translate={false}>Shift</kbd>{" "}
                <kbd translate={false}>Enter</kbd> {views.write.newLine}
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
            {views.write.add}
          </Button>
        </div>
      </section>
      <SplitDialog raw={pasted.value} onClose={() => (pasted.value = null)} onKeep={keepAsOne} />
    </>
  );
}

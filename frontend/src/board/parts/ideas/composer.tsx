import { useSignal } from "@preact/signals";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../kit/button";
import { announce } from "../../../kit/feedback";
import { marked } from "../../../kit/marked";
import { useEdge } from "../../../kit/page/edges";
import { grow, sends } from "../../../kit/text/input";
import { length, trimmed, unfit, withoutControls } from "../../../kit/text/rules";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { split } from "../../engine/sending/split";
import { useBoard } from "../../engine/use-board";
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
    const { answer, why } = await draft.send();
    announce(answer === "ok" ? say("own-added") : answer === "late" ? say("own-late-why") : (why ?? ""));
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
          {say("own-field")}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={2}
          dir="auto"
          enterkeyhint="send"
          placeholder={say("own-placeholder")}
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
              say("own-too-long", { count: -left })
            ) : left <= NEAR ? (
              say("own-characters-left", { count: left })
            ) : ideasLeft(board) === 0 ? (
              say("own-full")
            ) : hint ? (
              hint
            ) : (
              <span class="keys">
                {marked(say("own-keys"), "kbd", (key) => (
                  <kbd translate={false}>{key}</kbd>
                ))}
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
            {say("own-add")}
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
    <section class="pasted-rest" aria-label={say("own-list-rest", { count: lines.length })}>
      <p>{say("own-list-rest", { count: lines.length })}</p>
      <Button size="s" onClick={() => show(lines)}>
        {say("own-list-show")}
      </Button>
      <Button look="plain" size="s" icon="close" onClick={() => draft.keepPasted(null)}>
        {say("board-discard")}
      </Button>
    </section>
  );
}

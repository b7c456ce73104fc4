/** The whole text to be changed: by whoever leads, or alone. Words that the server could not take stay on the screen. */

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { copyText } from "../../../../kit/copy";
import { grow } from "../../../../kit/text/input";
import { say } from "../../../../words/say";
import { useDraft } from "../../../drafts";
import { useSession } from "../../../use-session";
import { Why } from "../../why";
import { useAsk } from "../use-work";

/** Alone the text is kept after this rest (ms) by itself. */
const REST = 1200;

interface EditorProps {
  /** Kept by itself while it is typed; else by a button. */
  readonly auto?: boolean;
  readonly onDone?: () => void;
}

export function Editor({ auto, onDone }: EditorProps) {
  const { meta } = useSession();
  const { text, version } = meta.value;
  const draft = useDraft("text", text);
  /** The version in which somebody began to type here; empty while nothing was typed. */
  const after = useDraft("text-after");
  const sent = useRef<string | null>(null);
  const asking = useAsk();
  const field = useRef<HTMLTextAreaElement>(null);
  const changed = draft.value !== text;
  /** Somebody added to the text meanwhile: what was typed here would replace their words. */
  const passed = asking.code === "text_changed";
  const begin = (): void => {
    after.value = draft.peek() === text ? "" : String(version);
  };
  const save = async (): Promise<boolean> => {
    sent.current = draft.value;
    if (draft.value === meta.peek().text) return true;
    return asking.run({ do: "edit_text", text: draft.value, after: Number(after.value || meta.peek().version) });
  };
  useLayoutEffect(() => {
    // What this page wrote itself is what it goes on from.
    if (text === sent.current || text === draft.peek()) begin();
  }, [text, version]);
  useEffect(() => {
    if (!auto || !changed || passed || asking.busy) return;
    const soon = setTimeout(() => void save(), REST);
    return () => clearTimeout(soon);
  }, [draft.value, asking.busy, changed]);
  useEffect(() => {
    grow(field.current);
  }, [draft.value]);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);
  const again = (): void => {
    draft.value = text;
    begin();
    asking.forget();
  };
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save().then((done) => done && onDone?.());
      }}
    >
      <label>
        <span class="visually-hidden">{say("working-the-text")}</span>
        <textarea
          ref={field}
          dir="auto"
          spellcheck
          readOnly={passed}
          value={draft.value}
          placeholder={say("working-text-start")}
          onInput={(event) => {
            draft.value = event.currentTarget.value;
            if (after.peek() === "" || draft.peek() === text) begin();
          }}
        />
      </label>
      {passed ? (
        <div class="passed" role="alert">
          <p>{say("working-text-passed")}</p>
          <p class="acts">
            <Button onClick={() => void copyText(draft.value)}>{say("working-copy-mine")}</Button>
            <Button look="ink" onClick={again}>
              {say("working-take-theirs")}
            </Button>
          </p>
        </div>
      ) : (
        <Why text={asking.why} />
      )}
      {!passed && (
        <p class="acts">
          {auto ? (
            <span class="small" role="status">
              {changed ? say("working-keeping") : say("working-kept")}
            </span>
          ) : (
            <span class="small">{say("working-edit-hint")}</span>
          )}
          {onDone && !auto && (
            <Button
              look="plain"
              onClick={() => {
                again();
                onDone();
              }}
            >
              {say("working-leave-text")}
            </Button>
          )}
          {onDone && (
            <Button look="ink" type="submit" busy={asking.busy}>
              {auto ? say("working-read") : say("working-keep-text")}
            </Button>
          )}
        </p>
      )}
    </form>
  );
}

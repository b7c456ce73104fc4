import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../kit/button";
import { copyText } from "../../../kit/copy";
import { succeeded, toast } from "../../../kit/feedback";
import { Field } from "../../../kit/field";
import { Icon } from "../../../kit/icon";
import { keepFocus } from "../../../kit/page/focus";
import { composing } from "../../../kit/text/input";
import { unfit } from "../../../kit/text/rules";
import { LIMITS } from "../../../protocol.generated";
import { say } from "../../../words/say";
import type { OwnIdea } from "../../engine/boot";
import { SET_BACK } from "../../engine/sending/own";
import { useBoard } from "../../engine/use-board";
import "./own-ideas.css";

/** The state of one of my ideas as a word and a mark; only an answered idea is saved. */
export function mark(idea: OwnIdea, offline: boolean): { word: string; look: "ok" | "wait" | "warn" } {
  if (idea.state === "refused") {
    return { word: say("own-refused"), look: "warn" };
  }
  if (idea.state === "sending" || idea.pending !== null) {
    return offline ? { word: say("own-offline"), look: "warn" } : { word: say("own-saving"), look: "wait" };
  }
  return idea.state === "late" ? { word: say("own-late"), look: "warn" } : { word: say("own-saved"), look: "ok" };
}

/** Edits one of my ideas in place: Enter saves, Esc restores the text. */
export function Editor({ idea, onDone }: { idea: OwnIdea; onDone: () => void }) {
  const { commands, own } = useBoard();
  const text = useSignal(idea.pending ?? idea.text);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, []);
  const save = () => {
    if (unfit(text.value, LIMITS.idea)) {
      return;
    }
    if (text.value !== idea.text) {
      // Kept in the outbox: the mark of the idea says when it is saved.
      void commands.editIdea(idea.id, text.value).then(succeeded);
    }
    own.settle(idea.id);
    onDone();
  };
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !composing(event)) {
          event.stopPropagation();
          onDone();
        }
      }}
    >
      <Field
        label={say("own-edit-label")}
        quiet
        lines={2}
        value={text.value}
        max={LIMITS.idea}
        autofocus
        inputRef={field}
        onInput={(value) => {
          text.value = value;
        }}
        onEnter={save}
      />
      <div class="line-up">
        <Button look="ink" type="submit" aria-disabled={unfit(text.value, LIMITS.idea) ? "true" : undefined}>
          {say("board-save")}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say("board-cancel")}
        </Button>
      </div>
    </form>
  );
}

/** Withdraws one of my ideas and offers a button that writes it again. */
export function useWithdraw(): (idea: OwnIdea) => void {
  const { commands, own, state } = useBoard();
  return (idea) => {
    const shown = state.idea(idea.id).peek() !== undefined;
    const item = document.activeElement?.closest("li");
    const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector("button");
    keepFocus(next, ".composer textarea", "#stage h1", "#stage");
    own.settle(idea.id);
    void commands.withdrawIdea(idea.id).then((answer) => {
      if (succeeded(answer)) {
        toast(shown ? say("own-withdrawn-soon") : say("own-withdrawn"), {
          label: say("board-undo"),
          run: () => void commands.addIdea(idea.text),
        });
      }
    });
  };
}

/** One own idea: its text, how it stands, and what its author can do. */
export function OwnItem({ idea, edit = false }: { idea: OwnIdea; edit?: boolean }) {
  const { draft, own, status } = useBoard();
  const editing = useSignal(edit);
  const withdraw = useWithdraw();
  const item = useRef<HTMLLIElement>(null);
  const offline = status.value === "offline" || status.value === "resuming";
  const { word, look } = mark(idea, offline);
  const done = () => {
    editing.value = false;
    requestAnimationFrame(() => item.current?.querySelector<HTMLElement>("button")?.focus());
  };
  const refused = idea.state === "refused";
  const said = idea.why === SET_BACK ? say(refused ? "own-idea-set-back" : "own-change-set-back") : idea.why;
  const why = idea.state === "late" ? say("own-late-why") : refused || idea.pending !== null ? said : null;
  return (
    <li ref={item} class={`own-idea ${idea.state}`}>
      {editing.value ? (
        <Editor idea={idea} onDone={done} />
      ) : (
        <>
          <p class="text" dir="auto">
            {idea.pending ?? idea.text}
          </p>
          {why ? <p class="why">{why}</p> : null}
          <div class="tools">
            <p class={`state ${look}`}>
              {look === "ok" ? <Icon name="check" /> : look === "warn" && offline ? <Icon name="offline" /> : null}
              {word}
            </p>
            {refused ? (
              <>
                <Button look="plain" size="s" icon="copy" onClick={() => copyText(idea.text)}>
                  {say("board-copy-text")}
                </Button>
                {draft.text.value === "" ? (
                  <Button
                    look="plain"
                    size="s"
                    icon="edit"
                    onClick={() => {
                      draft.type(idea.text);
                      own.forget(idea.id);
                    }}
                  >
                    {say("own-again")}
                  </Button>
                ) : null}
                <Button look="plain" size="s" icon="close" onClick={() => own.forget(idea.id)}>
                  {say("board-discard")}
                </Button>
              </>
            ) : idea.mine ? (
              <>
                <Button look="plain" size="s" icon="edit" onClick={() => (editing.value = true)}>
                  {say("own-edit")}
                </Button>
                <Button look="plain" size="s" icon="withdraw" onClick={() => withdraw(idea)}>
                  {say("own-withdraw")}
                </Button>
              </>
            ) : null}
          </div>
        </>
      )}
    </li>
  );
}

/** Sent by itself at zero: on top, to finish or withdraw. */
export function Unfinished() {
  const { own } = useBoard();
  const idea = own.unfinished.value;
  const editing = useSignal(false);
  const withdraw = useWithdraw();
  if (!idea) {
    return null;
  }
  return (
    <section class="unfinished" aria-label={say("own-unfinished")}>
      <h2>{say("own-unfinished")}</h2>
      {editing.value ? (
        <Editor idea={idea} onDone={() => (editing.value = false)} />
      ) : (
        <>
          <p class="text" dir="auto">
            {idea.text}
          </p>
          <div class="line-up">
            <Button look="ink" onClick={() => (editing.value = true)}>
              {say("own-finish")}
            </Button>
            <Button onClick={() => own.settle(idea.id)}>{say("own-fine")}</Button>
            <Button look="plain" onClick={() => withdraw(idea)}>
              {say("own-withdraw")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { Button } from "../../kit/button";
import { spoken, type Toast, toasts } from "../../kit/feedback";
import { partMissing } from "../../kit/load";
import { keepFocus } from "../../kit/page/focus";
import { say } from "../../words/say";
import { useBoard } from "../engine/use-board";
import "./notices.css";

/** How many more there are behind the one that is shown. */
function More({ n }: { n: number }) {
  return n > 0 ? (
    <span class="more" title={say("board-strip-more", { count: n })}>
      <span aria-hidden="true">+{n}</span>
      <span class="visually-hidden">{say("board-strip-more", { count: n })}</span>
    </span>
  ) : null;
}

function Strip({ text, more, children }: { text: string; more: number; children?: ComponentChildren }) {
  return (
    <div class="strip">
      <p>{text}</p>
      {children}
      <More n={more} />
    </div>
  );
}

/** Ctrl+Z takes back what the newest notice offers to take back; inside a field it belongs to the text. */
function useUndoKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = document.activeElement;
      const field = at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement;
      const last = toasts.peek().findLast((toast) => toast.action);
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || field || !last) {
        return;
      }
      event.preventDefault();
      toasts.value = toasts.value.filter((one) => one.id !== last.id);
      last.action?.run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** What stays until it is over or was read: a line of the top bar, which makes room for it. */
export function Standing() {
  const { dismissNote, newVersion, notes, reload, state, status } = useBoard();
  // Without a connection a part is missing for another reason, and who reloads then has nothing left.
  const renew = newVersion.value || (partMissing.value && status.value === "live");
  const note = notes.value[0];
  const { readonly } = state.notice.value;
  const more = Number(Boolean(readonly)) + Number(renew) + notes.value.length - 1;
  return (
    <div class="standing" role="status">
      {readonly ? (
        <Strip text={say("board-strip-readonly")} more={more} />
      ) : renew ? (
        <Strip text={say("board-strip-version")} more={more}>
          <Button look="plain" onClick={reload}>
            {say("board-reload")}
          </Button>
        </Strip>
      ) : note ? (
        <Strip text={note.text()} more={more}>
          <Button look="plain" onClick={() => dismissNote(note.id)}>
            {say("board-strip-dismiss")}
          </Button>
        </Strip>
      ) : null}
    </div>
  );
}

/** What passes, the newest first: in the top bar in place of the steps, so that it covers nothing that is read or pressed. */
export function Notices() {
  useUndoKey();
  const toast = toasts.value.at(-1);
  const told = toast !== undefined;
  // A class that the sheet would look for itself it would look for in every card, with every card that moves.
  useLayoutEffect(() => {
    document.getElementById("board")?.toggleAttribute("data-told", told);
  }, [told]);
  const press = ({ id, action }: Toast) => {
    toasts.value = toasts.value.filter((one) => one.id !== id);
    keepFocus(".composer textarea", "#stage h1", "#stage");
    action?.run();
  };
  return (
    <>
      <div class="notices">
        {toast ? (
          <Strip key={toast.id} text={toast.text} more={toasts.value.length - 1}>
            {toast.action ? (
              <Button look="plain" onClick={() => press(toast)}>
                {toast.action.label}
              </Button>
            ) : null}
          </Strip>
        ) : null}
      </div>
      <p class="visually-hidden" role="status" aria-live="polite">
        {spoken.value}
      </p>
    </>
  );
}

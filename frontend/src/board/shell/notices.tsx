import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { views } from "../../words/views";
import { Button } from "../parts/button";
import { chunkMissing } from "./chunks";
import { keepFocus } from "./focus";
import { spoken, type Toast, toasts } from "./say";
import { useBoard } from "./use-board";
import "./notices.css";

function Strip({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="strip">
      <p>{text}</p>
      {children}
    </div>
  );
}

function ToastStrip({ toast }: { toast: Toast }) {
  const { action } = toast;
  const press = () => {
    toasts.value = toasts.value.filter((one) => one.id !== toast.id);
    keepFocus(".composer textarea", "#stage h1", "#stage");
    action?.run();
  };
  return (
    <Strip text={toast.text}>
      {action ? (
        <Button look="plain" onClick={press}>
          {action.label}
        </Button>
      ) : null}
    </Strip>
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

/** What the page has to tell, stacked above the bar so that nothing on the board moves; and the voice of the page. */
export function Notices() {
  useUndoKey();
  const { dismissNote, newVersion, notes, reload, state, status } = useBoard();
  // Without a connection a part is missing for another reason, and who reloads then has nothing left.
  const renew = newVersion.value || (chunkMissing.value && status.value === "live");
  const told = state.notice.value.readonly || renew || notes.value.length + toasts.value.length > 0;
  // A class that the sheet would look for itself it would look for in every card, with every card that moves.
  useLayoutEffect(() => {
    document.getElementById("board")?.toggleAttribute("data-told", told);
  }, [told]);
  return (
    <>
      <div class="notices">
        {state.notice.value.readonly ? <Strip text={views.strips.readonly} /> : null}
        {renew ? (
          <Strip text={views.strips.version}>
            <Button look="plain" onClick={reload}>
              {views.strips.reload}
            </Button>
          </Strip>
        ) : null}
        {notes.value.map((note) => (
          <Strip key={note.id} text={note.text}>
            <Button look="plain" onClick={() => dismissNote(note.id)}>
              {views.strips.dismiss}
            </Button>
          </Strip>
        ))}
        {toasts.value.map((toast) => (
          <ToastStrip key={toast.id} toast={toast} />
        ))}
      </div>
      <p class="visually-hidden" role="status" aria-live="polite">
        {spoken.value}
      </p>
    </>
  );
}

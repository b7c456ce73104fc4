import type { ComponentChildren } from "preact";
import { views } from "../../words/views";
import { Button } from "../parts/button";
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

/** What the page has to tell, stacked above the bar so that nothing on the board moves; and the voice of the page. */
export function Notices() {
  const { dismissNote, newVersion, notes, reload, state } = useBoard();
  return (
    <>
      <div class="notices">
        {state.notice.value.readonly ? <Strip text={views.strips.readonly} /> : null}
        {newVersion.value ? (
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

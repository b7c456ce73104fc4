import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../words/say";
import { Button } from "./button";
import "./dialog.css";

export interface DialogProps {
  open: boolean;
  /** Called by Esc, the close button or a press beside the dialog. The owner sets `open` to false. */
  onClose: () => void;
  title: ComponentChildren;
  /** The line under the title. */
  lead?: ComponentChildren;
  /** Buttons at the foot, the strongest last. They stay in sight while the content scrolls. */
  actions?: ComponentChildren;
  size?: "s" | "m" | "l";
  /** False: only a button closes it, so that a stray press loses nothing. */
  light?: boolean;
  children?: ComponentChildren;
}

/** The native dialog: it keeps the focus inside and gives it back. Put `autofocus` on what should have it first. */
export function Dialog({ open, onClose, title, lead, actions, size = "m", light = true, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) {
      dialog.showModal();
    } else if (!open && dialog?.open) {
      dialog.close();
    }
  }, [open]);
  return (
    <dialog
      ref={ref}
      class={`dialog size-${size}`}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target === ref.current) {
          event.preventDefault();
          onClose();
        }
      }}
      onClose={(event) => {
        if (event.target === ref.current && open) {
          onClose();
        }
      }}
      onPointerDown={(event) => {
        if (light && event.target === ref.current) {
          onClose();
        }
      }}
    >
      {open ? (
        <div class="sheet">
          <header>
            <h2 id={id}>{title}</h2>
            <Button look="plain" icon="close" aria-label={say("board-close")} onClick={onClose} />
          </header>
          {lead ? <p class="dialog-lead">{lead}</p> : null}
          <div class="content">{children}</div>
          {actions ? <footer>{actions}</footer> : null}
        </div>
      ) : null}
    </dialog>
  );
}

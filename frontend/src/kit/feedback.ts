import { signal } from "@preact/signals";

/** What the page says aloud and in passing. Any view calls `announce` and `toast`; the shell shows them. */

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** A button beside the text, such as "Undo". It is pressed once and the toast goes. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const spoken = signal("");
export const toasts = signal<readonly Toast[]>([]);

/** So many at a time can still be taken back; one is shown. */
const MOST = 3;

let count = 0;
let heard = 0;

/** Says a sentence to screen readers, politely. The same sentence twice is said twice. */
export function announce(text: string): void {
  heard += 1;
  spoken.value = heard % 2 ? text : `${text}\u00a0`;
}

/** Shows a short sentence in the top bar, with at most one action; it is announced too. Returns how to take it away. */
export function toast(text: string, action?: Toast["action"], seconds = action ? 10 : 5): () => void {
  count += 1;
  const id = count;
  const gone = () => {
    toasts.value = toasts.value.filter((one) => one.id !== id);
  };
  toasts.value = [...toasts.value.slice(1 - MOST), action ? { id, text, action } : { id, text }];
  announce(action ? `${text} ${action.label}` : text);
  const leave = () => {
    // Not from under a finger or the focus.
    if (document.querySelector(".notices:is(:hover, :focus-within)")) {
      setTimeout(leave, 1000);
    } else {
      gone();
    }
  };
  setTimeout(leave, seconds * 1000);
  return gone;
}

/** Tells the person when a command was not carried out; true when it was. */
export function told(answer: { answer: string; why?: string }): boolean {
  if (answer.answer === "ok" || answer.answer === "late") {
    return true;
  }
  if (answer.why) {
    toast(answer.why);
  }
  return false;
}

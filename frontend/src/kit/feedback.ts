import { signal } from "@preact/signals";

/** Feedback to the person, spoken and shown for a moment. Views call `announce` and `toast`; the shell renders them. */

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** A button beside the text, such as "Undo". It is pressed once and the toast goes. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const spoken = signal("");
export const toasts = signal<readonly Toast[]>([]);

/** The number of toasts that are kept; one is shown. */
const MOST = 3;

let count = 0;
let heard = 0;

/** Announces a sentence to screen readers, politely. The same sentence twice is announced twice. */
export function announce(text: string): void {
  heard += 1;
  spoken.value = heard % 2 ? text : `${text}\u00a0`;
}

/** Shows a short sentence in the top bar, with at most one action, and announces it. Returns how to remove it. */
export function toast(text: string, action?: Toast["action"], seconds = action ? 10 : 5): () => void {
  count += 1;
  const id = count;
  const gone = () => {
    toasts.value = toasts.value.filter((one) => one.id !== id);
  };
  toasts.value = [...toasts.value.slice(1 - MOST), action ? { id, text, action } : { id, text }];
  announce(action ? `${text} ${action.label}` : text);
  const leave = () => {
    // It stays while the pointer or the focus is on it.
    if (document.querySelector(".notices:is(:hover, :focus-within)")) {
      setTimeout(leave, 1000);
    } else {
      gone();
    }
  };
  setTimeout(leave, seconds * 1000);
  return gone;
}

/** Whether a command was carried out. When it was not, a toast says why. */
export function succeeded(answer: { answer: string; why?: string }): boolean {
  if (answer.answer === "ok" || answer.answer === "late") {
    return true;
  }
  if (answer.why) {
    toast(answer.why);
  }
  return false;
}

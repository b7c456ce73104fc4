/** Removes characters that the server refuses from every field of a page, as soon as they are pasted or typed. */

import { withoutControls } from "./rules";

/** Call once, before other listeners: what they read of a field is clean already. */
export function cleanInput(page: EventTarget): void {
  const clean = ({ target, type }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
    const { value } = target;
    // A field without a text cursor holds a number, a choice or the name of a file.
    if (target.selectionStart === null) return;
    const kept = withoutControls(value);
    if (kept === value) return;
    const before = (at: number | null): number => withoutControls(value.slice(0, at ?? value.length)).length;
    const [from, to] = [before(target.selectionStart), before(target.selectionEnd)];
    target.value = kept;
    target.setSelectionRange(from, to);
    // Most browsers fire the last input event of a composition before its end.
    if (type === "compositionend") target.dispatchEvent(new Event("input", { bubbles: true }));
  };
  page.addEventListener(
    "input",
    // To change the field under an input method would break its composition.
    (event) => {
      if (!(event as InputEvent).isComposing) clean(event);
    },
    true,
  );
  page.addEventListener("compositionend", clean, true);
}

import { useLayoutEffect, useRef } from "preact/hooks";
import { grow } from "../../kit/text/input";

/** A text to copy by hand, selected by a press: browsers have a clipboard on https pages only. */
export function ByHand({ label, text }: { readonly label: string; readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => grow(field.current), [text]);
  return (
    <label class="by-hand">
      <span>{label}</span>
      <textarea ref={field} readOnly rows={3} value={text} onFocus={({ currentTarget }) => currentTarget.select()} />
    </label>
  );
}

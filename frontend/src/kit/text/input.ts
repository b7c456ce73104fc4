/** What text fields need where browsers differ: keys that belong to an input method, and a height that follows the text. */

/**
 * Whether an input method consumes this key, as when Enter confirms a Chinese, Japanese or Korean word. Safari ends the
 * composition before it reports that key: only the code 229 is left to tell.
 */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether this is the Enter that submits: neither a line break nor part of a composition. */
export function sends(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !composing(event);
}

/** Text areas that `grow` has measured, with the width they had then. */
const widths = new WeakMap<HTMLTextAreaElement, number>();
let resized: ResizeObserver | undefined;

/**
 * Makes a text area as high as its text where the browser lacks `field-sizing`; styles still bound the height. Call it
 * whenever the text changes. It follows a changed width by itself, as when a fold opens or a phone turns.
 */
export function grow(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports("field-sizing", "content")) return;
  if (!widths.has(field)) {
    resized ??= new ResizeObserver((changes) => requestAnimationFrame(() => changes.forEach(follow)));
    resized.observe(field);
  }
  measure(field);
}

function follow({ target }: ResizeObserverEntry): void {
  if (target instanceof HTMLTextAreaElement && target.offsetWidth !== widths.get(target)) measure(target);
}

function measure(field: HTMLTextAreaElement): void {
  widths.set(field, field.offsetWidth);
  const around = field.parentElement;
  // Without this the page would shrink for a moment, and scroll.
  around?.style.setProperty("min-block-size", `${around.offsetHeight}px`);
  field.style.blockSize = "0";
  const text = field.scrollHeight;
  const edges = field.offsetHeight - field.clientHeight;
  // Inside a closed fold nothing has a height.
  field.style.blockSize = text > 0 ? `${text + edges}px` : "";
  around?.style.removeProperty("min-block-size");
}

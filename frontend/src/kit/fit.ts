/** What the big screen shows has to fit: it never scrolls. */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * Sets `--fit` of an element to the first of `steps` with which its content fits. When not even the last one is enough,
 * the element has `data-over`, by which sheets cut what may be cut, and `--most-lines`: how many lines of its `.fitted`
 * text have room then. Returns how many of its children do not fit after that. `key` says what the content is.
 */
export function useFit<E extends HTMLElement>(key: string, steps: readonly number[]): [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [over, setOver] = useState(0);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const measure = (): void => setOver(fitted(box, steps));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    // The display face is wider than the fallback font.
    void document.fonts?.ready.then(measure);
    return () => watch.disconnect();
  }, [key, steps]);
  return [ref, over];
}

function fitted(box: HTMLElement, steps: readonly number[]): number {
  // A sheet may cut what is marked, which would then seem to fit in any size.
  delete box.dataset.over;
  for (const step of steps) {
    box.style.setProperty("--fit", String(step));
    if (box.scrollHeight <= box.clientHeight + 1) return 0;
  }
  box.dataset.over = "true";
  const text = box.querySelector<HTMLElement>(".fitted");
  if (text) cut(box, text);
  const end = box.getBoundingClientRect().bottom + 1;
  return [...box.children].filter((child) => child.getBoundingClientRect().bottom > end).length;
}

/** Leaves as many lines of a text as have room beside the other children. */
function cut(box: HTMLElement, text: HTMLElement): void {
  box.style.setProperty("--most-lines", "1");
  const rects = [...box.children].map((child) => child.getBoundingClientRect()).filter(({ height }) => height > 0);
  const used = Math.max(...rects.map(({ bottom }) => bottom)) - Math.min(...rects.map(({ top }) => top));
  const more = Math.floor((box.clientHeight - used) / Number.parseFloat(getComputedStyle(text).lineHeight));
  box.style.setProperty("--most-lines", String(1 + Math.max(0, more)));
}

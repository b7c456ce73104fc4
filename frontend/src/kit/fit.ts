/** What the big screen shows has to fit: it never scrolls. */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * Sets `--fit` of an element to the first of `steps` with which its content fits, and returns how many of its children
 * do not even fit with the last one. `key` says what the content is.
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
    // The display face is wider than what stands in for it.
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
  const end = box.getBoundingClientRect().bottom + 1;
  return [...box.children].filter((child) => child.getBoundingClientRect().bottom > end).length;
}

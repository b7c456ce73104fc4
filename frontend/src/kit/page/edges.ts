/**
 * Bars stick to the upper and lower edge of the window and cover what lies beneath. The scroll padding of the page is
 * what they cover, so that an element that gets the focus or is scrolled to lies beside them.
 *
 * What stands on a bar lies inside that padding. Chromium would scroll as far as it can when it gets the focus and at
 * each key: so a bar with the focus has no padding, and a page that scrolled for it goes back.
 */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type Edge = "top" | "bottom";

/** Room (px) for the focus ring between a bar and what has the focus. */
const RING = 8;

const bars = new Map<HTMLElement, Edge>();

/** Where the page was in the last frame: what the focus scrolls is reported later. */
let rested = 0;
addEventListener(
  "scroll",
  () => {
    rested = scrollY;
  },
  { passive: true },
);

/** How far (px) a bar reaches into the window; 0 where the window is too low for it to stick. */
function reach(bar: HTMLElement, edge: Edge): number {
  const style = getComputedStyle(bar);
  const sticks = style.position === "sticky" || style.position === "fixed";
  return sticks && style.display !== "none" ? (Number.parseFloat(style[edge]) || 0) + bar.offsetHeight : 0;
}

function measure(): void {
  const covered = { top: 0, bottom: 0 };
  for (const [bar, edge] of bars) {
    if (!bar.contains(document.activeElement)) covered[edge] = Math.max(covered[edge], reach(bar, edge));
  }
  // Not a custom property: every element would inherit it and be styled again.
  document.documentElement.style.scrollPaddingBlock = `${covered.top + RING}px ${covered.bottom + RING}px`;
}

/** The ref for an element that sticks to an edge of the window, by which it is measured. */
export function useEdge<E extends HTMLElement>(edge: Edge): RefObject<E | null> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const bar = ref.current;
    if (!bar) return;
    bars.set(bar, edge);
    const observer = new ResizeObserver(measure);
    observer.observe(bar);
    window.addEventListener("resize", measure);
    const hold = (): void => {
      measure();
      if (reach(bar, edge) > 0 && scrollY !== rested) scrollTo(scrollX, rested);
    };
    bar.addEventListener("focusin", hold);
    bar.addEventListener("focusout", measure);
    return () => {
      bars.delete(bar);
      observer.disconnect();
      bar.removeEventListener("focusin", hold);
      bar.removeEventListener("focusout", measure);
      window.removeEventListener("resize", measure);
      measure();
    };
  }, [edge]);
  return ref;
}

/**
 * Bars stick to the upper and lower edge of the window and cover what lies beneath. The scroll padding of the page is
 * what they cover, so that an element that gets the focus or is scrolled to lies beside them.
 *
 * What stands on a bar is in sight and lies inside that padding: Chromium would scroll as far as it can for it. So a
 * bar in which somebody types has no padding for a moment, and `onBar` says for whom nothing need scroll.
 */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type Edge = "top" | "bottom";

/** Room (px) for the focus ring between a bar and what has the focus. */
const RING = 8;
/** A key and what it types are two tasks of the browser. */
const TYPING = ["keydown", "beforeinput"];

const bars = new Map<HTMLElement, Edge>();

/** How far (px) a bar reaches into the window; 0 where the window is too low for it to stick. */
function reach(bar: HTMLElement, edge: Edge): number {
  const style = getComputedStyle(bar);
  const sticks = style.position === "sticky" || style.position === "fixed";
  return sticks && style.display !== "none" ? (Number.parseFloat(style[edge]) || 0) + bar.offsetHeight : 0;
}

/** Whether an element stands on a bar that sticks, and is in sight wherever the page is. */
export function onBar(element: HTMLElement): boolean {
  return [...bars].some(([bar, edge]) => bar.contains(element) && reach(bar, edge) > 0);
}

function measure(without?: HTMLElement): void {
  const covered = { top: 0, bottom: 0 };
  for (const [bar, edge] of bars) if (bar !== without) covered[edge] = Math.max(covered[edge], reach(bar, edge));
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
    const again = (): void => measure();
    const observer = new ResizeObserver(again);
    observer.observe(bar);
    window.addEventListener("resize", again);
    const typed = (event: Event): void => {
      // Tab leaves the bar, and what it reaches may lie beneath.
      if (event instanceof KeyboardEvent && event.key === "Tab") return;
      measure(bar);
      requestAnimationFrame(again);
    };
    for (const kind of TYPING) bar.addEventListener(kind, typed);
    return () => {
      bars.delete(bar);
      observer.disconnect();
      window.removeEventListener("resize", again);
      for (const kind of TYPING) bar.removeEventListener(kind, typed);
      measure();
    };
  }, [edge]);
  return ref;
}

/** Measures what the wall has of the window, and marks it with what its style needs to know. */

import { effect } from "@preact/signals";
import type { Wall } from "../wall/wall";

/** The name of the loose ideas and the edges around them, in px. */
const AROUND = 64;

export function measured(root: HTMLElement, wall: Wall, phone: boolean): () => void {
  const measure = (): void => {
    const page = document.documentElement;
    // A scrollbar that comes and goes must not change the number of columns.
    const style = getComputedStyle(root);
    const padding = Number.parseFloat(style.paddingInlineStart) + Number.parseFloat(style.paddingInlineEnd);
    const width = Math.min(root.clientWidth + window.innerWidth - page.clientWidth, window.innerWidth) - padding;
    const top = height(".top") + height(".lead");
    const room = Math.max(240, window.innerHeight - top - height(".bar") - AROUND);
    const before = wall.view.peek();
    if (before?.width === width && before.room === room && before.phone === phone) return;
    wall.view.value = { width, room, phone };
  };
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(root);
  window.addEventListener("resize", measure);
  const stop = effect(() => {
    const sizes = wall.sizes.value;
    root.dataset.density = wall.density.value;
    if (sizes) root.style.setProperty("--lines", String(sizes.lines));
  });
  return () => {
    observer.disconnect();
    window.removeEventListener("resize", measure);
    stop();
  };
}

function height(selector: string): number {
  return document.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0;
}

/** Finds out what must not move: the box under the pointer and the box with the focus. */

import { effect } from "@preact/signals";
import { LOOSE, type Wall } from "./wall";

/** The box that something lies in. */
export function boxAt(target: EventTarget | null): string | null {
  const box = target instanceof Element ? target.closest<HTMLElement>("[data-cluster], [data-loose]") : null;
  return box ? (box.dataset.cluster ?? LOOSE) : null;
}

export function holdStill(root: HTMLElement, wall: Wall): () => void {
  const controller = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    root.addEventListener(type, listener, { signal: controller.signal, passive: true });
  // A page that gets shorter would pull everything down: while something is held it may only grow.
  const prop = () => {
    const held = wall.held.peek();
    const height = Number.parseFloat(root.style.minHeight || "0");
    if (!held) root.style.minHeight = "";
    else if (root.offsetHeight > height) root.style.minHeight = `${root.offsetHeight}px`;
  };
  const stop = effect(() => {
    wall.held.value;
    prop();
  });
  const point = (event: PointerEvent) => {
    const box = boxAt(event.target);
    if (box !== wall.pointed.peek()) prop();
    wall.pointed.value = box;
  };
  const release = (event: PointerEvent) => {
    if (event.pointerType === "touch" || event.type === "pointerleave") wall.pointed.value = null;
  };
  on("pointerover", point);
  on("pointerdown", point);
  on("pointerup", release);
  on("pointercancel", release);
  on("pointerleave", release);
  on("focusin", (event) => {
    wall.focused.value = boxAt(event.target);
  });
  on("focusout", (event) => {
    wall.focused.value = boxAt(event.relatedTarget);
  });
  return () => {
    controller.abort();
    stop();
    wall.pointed.value = null;
    wall.focused.value = null;
  };
}

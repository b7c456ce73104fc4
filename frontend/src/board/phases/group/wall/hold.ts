/** Finds out what must not move: the box under the pointer and the box with the focus. */

import { effect } from "@preact/signals";
import { LOOSE, type Wall } from "./wall";

/** The box that something lies in. */
export function boxAt(target: EventTarget | null): string | null {
  const box = target instanceof Element ? target.closest<HTMLElement>("[data-cluster], [data-loose]") : null;
  return box ? (box.dataset.cluster ?? LOOSE) : null;
}

/** Notes where the pointer is: in which box, and over which column. */
export function pointAt(wall: Wall, target: EventTarget | null): void {
  wall.pointed.value = boxAt(target);
  const column = target instanceof Element ? target.closest<HTMLElement>(".tray [data-column], .wall") : null;
  wall.above.value = column === null ? null : Number(column.dataset.column ?? -1);
}

function touch(wall: Wall, target: EventTarget | null): void {
  const idea = target instanceof Element ? target.closest<HTMLElement>("[data-idea]")?.dataset.idea : undefined;
  if (idea !== undefined) wall.touched(idea).value = true;
}

function pointAway(wall: Wall): void {
  wall.pointed.value = null;
  wall.above.value = null;
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
    if (boxAt(event.target) !== wall.pointed.peek()) prop();
    pointAt(wall, event.target);
    touch(wall, event.target);
  };
  const release = (event: PointerEvent) => {
    if (event.pointerType === "touch" || event.type === "pointerleave") pointAway(wall);
  };
  on("pointerover", point);
  on("pointerdown", point);
  on("pointerup", release);
  on("pointercancel", release);
  on("pointerleave", release);
  on("focusin", (event) => {
    wall.focused.value = boxAt(event.target);
    touch(wall, event.target);
  });
  on("focusout", (event) => {
    wall.focused.value = boxAt(event.relatedTarget);
  });
  return () => {
    controller.abort();
    stop();
    pointAway(wall);
    wall.focused.value = null;
  };
}

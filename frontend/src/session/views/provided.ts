/**
 * The views whose files have run. A file provides its view, so that a page can have it as a script of its own: importing
 * a file that is already here cost a slow processor 40 to 190 ms.
 */

import { effect, type Signal, signal } from "@preact/signals";
import type { ComponentType } from "preact";

export type ViewName = "session-door" | "session-prepare" | "session-work" | "session-ended" | "session-wall";

const views: Signal<ReadonlyMap<ViewName, ComponentType>> = signal(new Map());

export function provide(name: ViewName, View: ComponentType): void {
  views.value = new Map(views.peek()).set(name, View);
}

/** A view; undefined until its file has run. */
export function provided(name: ViewName): ComponentType | undefined {
  return views.peek().get(name);
}

/** Resolves when the file of a view has run. */
export function running(name: ViewName): Promise<void> {
  return new Promise((done) => {
    const stop = effect(() => {
      if (!views.value.has(name)) return;
      done();
      queueMicrotask(() => stop());
    });
  });
}

/**
 * Shows where a dragged card would land: a rim around what would take it, and a line between two cards of a group.
 *
 * Both lie over the page and are moved by the compositor. They change every few pixels of a drag: a change to the wall
 * itself would have a slow machine lay it out and paint it each time.
 */

import { say } from "../../../../words/say";
import { cardOf } from "../wall/land";
import { LOOSE } from "../wall/wall";
import type { Aim } from "./aim";

export interface Mark {
  show(aim: Aim | null): void;
  /** Follows what it marks, which may have scrolled. */
  place(): void;
}

export function marker(): Mark {
  const [rim, line] = [sheet("aim-rim"), sheet("aim-line")];
  let target: HTMLElement | null = null;
  let after: (() => number) | null = null;
  return {
    show(aim) {
      target?.removeAttribute("data-aimed");
      target = aim && targetOf(aim);
      after = target && aim?.kind === "into" && aim.box !== LOOSE ? gapIn(target, aim.before) : null;
      target?.setAttribute("data-aimed", "");
      // The bare wall has an edge of its own while a card is in hand.
      const rimmed = target !== null && aim?.kind !== "new";
      set(rim, rimmed, aim?.kind === "with" ? say("group-drop-with") : "");
      set(line, after !== null);
    },
    place() {
      if (!target) return;
      const box = inSight(target);
      put(rim, box.left, box.top, box.right - box.left, box.bottom - box.top);
      if (after) put(line, box.left, after(), box.right - box.left);
    },
  };
}

function sheet(name: string): HTMLElement {
  const made = document.createElement("div");
  made.className = name;
  made.ariaHidden = "true";
  return made;
}

function set(mark: HTMLElement, on: boolean, label = ""): void {
  mark.dataset.label = label;
  if (!on) mark.remove();
  else if (!mark.isConnected) document.body.append(mark);
}

function put(mark: HTMLElement, x: number, y: number, width: number, height?: number): void {
  mark.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  mark.style.inlineSize = `${Math.round(width)}px`;
  if (height !== undefined) mark.style.blockSize = `${Math.max(0, Math.round(height))}px`;
}

function targetOf(aim: Aim): HTMLElement | null {
  if (aim.kind === "with") return cardOf(aim.idea);
  const which =
    aim.kind === "new"
      ? `[data-lane="${aim.lane}"] > .new-zone`
      : aim.box === LOOSE
        ? "[data-loose]"
        : `[data-cluster="${CSS.escape(aim.box)}"]`;
  return document.querySelector<HTMLElement>(which);
}

/** Where the card would come to lie in a group: over another one, or under the last. */
function gapIn(box: HTMLElement, before: string | null): () => number {
  const next = before === null ? null : cardOf(before);
  const last = box.querySelector("[data-cards] > :last-child") ?? box.firstElementChild ?? box;
  return () => (next ? next.getBoundingClientRect().top : last.getBoundingClientRect().bottom);
}

/** The part of a card that the edges of its own scrollbar leave. */
function inSight(element: HTMLElement): { left: number; right: number; top: number; bottom: number } {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const scroller = element.closest(".tray-scroll")?.getBoundingClientRect();
  if (!scroller) return { left, right, top, bottom };
  return { left, right, top: Math.max(top, scroller.top), bottom: Math.min(bottom, scroller.bottom) };
}

/** How high texts are on this wall, in the face, the size and the width in which they will stand. */

import type { Idea } from "../../engine/state";
import type { Sized } from "./paging";

export interface Setting {
  /** The size of the text, in hundredths of the height. */
  readonly fit: number;
  readonly columns: number;
}

/** In the hand, upright, the wall is one long page. */
export const HELD = "(max-aspect-ratio: 11/10)";

/** From large to the smallest that can be read from the last row. */
export const SIZES = [7.6, 6.4, 5.4, 4.6, 4.2, 3.8, 3.34] as const;
export const SMALLEST: Setting = { fit: 3.34, columns: 3 };

/** The settings to try for a number of texts, the largest first. The last one takes any number. */
export function settings(count: number): Setting[] {
  if (count > 24) return [SMALLEST];
  const columns = count <= 2 ? [Math.max(1, count)] : count <= 4 ? [2, 3] : [3];
  return [...SIZES.flatMap((fit) => columns.map((some) => ({ fit, columns: some }))), SMALLEST];
}

/** How many digits the longest number has. */
export function digits(ideas: readonly Idea[]): number {
  return Math.max(1, ...ideas.map((idea) => String(idea.number ?? "").length));
}

/** The texts with their heights, measured beside what stands in `box`. */
export function measured(box: HTMLElement, ideas: readonly Idea[], { fit, columns }: Setting): Sized[] {
  const gap = (window.innerWidth * 2.2) / 100;
  const list = document.createElement("ol");
  list.className = "wall-sheet measuring";
  list.style.setProperty("--fit", String(fit));
  list.style.setProperty("--digits", String(digits(ideas)));
  list.style.width = `${(box.clientWidth - gap * (columns - 1)) / columns}px`;
  for (const idea of ideas) {
    const item = document.createElement("li");
    item.className = "wall-idea";
    const number = document.createElement("span");
    number.className = "number";
    number.textContent = String(idea.number ?? "");
    const text = document.createElement("p");
    text.dir = "auto";
    text.textContent = idea.text;
    item.append(number, text);
    if (idea.signature) text.after(signatureOf(idea.signature));
    list.append(item);
  }
  box.append(list);
  const found = ideas.map((idea, at) => ({
    id: idea.id,
    height: list.children[at]?.getBoundingClientRect().height ?? 0,
  }));
  list.remove();
  return found;
}

function signatureOf(name: string): HTMLElement {
  const small = document.createElement("small");
  small.textContent = name;
  return small;
}

/** Where a dragged card would land, from what lies under the pointer. */

import { type Aim, LOOSE } from "./wall";

/** A lone idea is an aim itself in its middle; at its edges the card lands before or behind it. */
const EDGE = 0.2;

export function aimAt(x: number, y: number, carried: readonly string[], height: number): Aim | null {
  const under = document.elementFromPoint(x, y);
  const box = under?.closest<HTMLElement>("[data-cluster], [data-loose]");
  if (!box) {
    const lane = under?.closest<HTMLElement>("[data-lane]");
    return lane ? { kind: "new", lane: Number(lane.dataset.lane) } : null;
  }
  const id = box.dataset.cluster ?? LOOSE;
  const card = under?.closest<HTMLElement>("[data-idea]");
  const idea = card?.dataset.idea;
  if (id === LOOSE && card && idea !== undefined && !carried.includes(idea)) {
    const rect = card.getBoundingClientRect();
    const part = (y - rect.top) / rect.height;
    if (part > EDGE && part < 1 - EDGE) return { kind: "with", idea };
  }
  return { kind: "into", box: id, before: carried.length === 1 ? firstBelow(box, y, carried) : null, height };
}

function firstBelow(box: HTMLElement, y: number, carried: readonly string[]): string | null {
  for (const card of box.querySelectorAll<HTMLElement>("[data-idea]")) {
    const idea = card.dataset.idea;
    if (idea === undefined || carried.includes(idea)) continue;
    const { top, height } = card.getBoundingClientRect();
    if (height > 0 && top + height / 2 > y) return idea;
  }
  return null;
}

export function sameAim(one: Aim | null, other: Aim | null): boolean {
  if (one === null || other === null || one.kind !== other.kind) return one === other;
  if (one.kind === "into" && other.kind === "into") return one.box === other.box && one.before === other.before;
  if (one.kind === "with" && other.kind === "with") return one.idea === other.idea;
  return one.kind === "new" && other.kind === "new" && one.lane === other.lane;
}

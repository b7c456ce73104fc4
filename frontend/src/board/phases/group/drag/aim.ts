/** Where a dragged card would land, from what lies under the pointer. */

import { LOOSE } from "../wall/wall";
import { under } from "./glass";

/** In a box in front of an idea (null: last), on a lone idea, or on bare wall. */
export type Aim =
  | { readonly kind: "into"; readonly box: string; readonly before: string | null }
  | { readonly kind: "with"; readonly idea: string }
  | { readonly kind: "new"; readonly lane: number };

/** A lone idea is a drop target itself, except its edges: they mean the tray. */
const EDGE = 0.15;

export function aimAt(x: number, y: number, carried: readonly string[]): Aim | null {
  const found = under(x, y);
  const box = found?.closest<HTMLElement>("[data-cluster], [data-loose]");
  if (!box) {
    const lane = found?.closest<HTMLElement>("[data-lane]");
    return lane ? { kind: "new", lane: Number(lane.dataset.lane) } : null;
  }
  if (box.dataset.cluster === undefined)
    return aimInTray(found?.closest<HTMLElement>("[data-idea]") ?? null, y, carried);
  const before = carried.length === 1 ? firstBelow(box, y, carried) : null;
  return { kind: "into", box: box.dataset.cluster, before };
}

/** The tray has no order worth keeping. */
function aimInTray(card: HTMLElement | null, y: number, carried: readonly string[]): Aim {
  const idea = card?.dataset.idea;
  if (card && idea !== undefined && !carried.includes(idea)) {
    const rect = card.getBoundingClientRect();
    const part = (y - rect.top) / rect.height;
    if (part > EDGE && part < 1 - EDGE) return { kind: "with", idea };
  }
  return { kind: "into", box: LOOSE, before: null };
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

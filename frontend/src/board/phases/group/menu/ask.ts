/** Opens the menu of the wall. */

import type { Wall } from "../wall/wall";

/** "Move to…", for one idea or several. */
export function askWhere(wall: Wall, ideas: readonly string[], anchor: HTMLElement): void {
  if (ideas.length === 0) return;
  const boxes = ideas.map((idea) => wall.boxOf(idea)).filter((box) => box !== undefined);
  wall.menu.value = { subject: { kind: "move", ideas }, anchor, boxes };
}

/** The menu on the head of a group. */
export function askGroup(wall: Wall, cluster: string, anchor: HTMLElement): void {
  wall.menu.value = { subject: { kind: "group", cluster }, anchor, boxes: [cluster] };
}

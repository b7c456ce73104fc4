/** The menu of the wall. Whatever others do while it is open, no row of it moves: new rows come last, gone ones fade. */

import type { IconName } from "../../../../kit/icon";
import type { By } from "../by";

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly letter?: string;
  readonly icon?: IconName;
  /** Cannot be chosen, and why: the idea is there now, or the group is gone. */
  readonly off?: boolean;
  /** The menu stays open, for what one presses several times. */
  readonly stay?: boolean;
  run(by: By): void;
}

/** What a menu is for: moving ideas, a new group of an idea with another, a group, joining a group with another. */
export type Subject =
  | { readonly kind: "move"; readonly ideas: readonly string[] }
  | { readonly kind: "with"; readonly idea: string }
  | { readonly kind: "group"; readonly cluster: string }
  | { readonly kind: "join"; readonly cluster: string };

/** The open menu. Its rows load after the cards (`menus.ts`). */
export interface Menu {
  readonly subject: Subject;
  readonly anchor: HTMLElement;
  /** Boxes that must rest while it is open. */
  readonly boxes: readonly string[];
}

/** What an open menu shows. */
export interface Page {
  readonly title: string;
  /** What the search field says; without one there is no field. */
  readonly seek?: string;
  list(): readonly Choice[];
  /** Rows under the list that are always in sight. */
  foot(): readonly Choice[];
  /** What is typed and found nowhere can become something new. */
  create?(text: string): Choice;
  readonly nothing?: string;
}

export function steady(before: readonly Choice[], now: readonly Choice[], gone: string): readonly Choice[] {
  const current = new Map(now.map((choice) => [choice.key, choice]));
  const known = new Set(before.map((choice) => choice.key));
  const kept = before.map((choice) => {
    const found = current.get(choice.key);
    return found ? { ...found, label: choice.label } : { ...choice, off: true, hint: gone };
  });
  return [...kept, ...now.filter((choice) => !known.has(choice.key))];
}

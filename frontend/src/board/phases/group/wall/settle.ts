/**
 * What stands on the page, given what stood there, what is true now, and what must not be disturbed.
 *
 * A box is a group or the loose tray. Boxes under the pointer, the focus or an open menu are frozen: another person's move
 * neither takes a card out of them nor pushes one in between. Every idea stands in one place only, and the next settling
 * without frozen boxes shows exactly what is true.
 */

import { sameList } from "./lanes";

export type Boxes = ReadonlyMap<string, readonly string[]>;

export interface Frozen {
  readonly frozen: ReadonlySet<string>;
  /** Frozen boxes that may grow at their end. */
  readonly tails: ReadonlySet<string>;
  /** Ideas that I moved myself: they always go where they belong. */
  readonly own: ReadonlySet<string>;
}

export interface Settled {
  readonly boxes: Boxes;
  /** Ideas that are still shown where they were, with the box they really lie in now. */
  readonly stale: ReadonlyMap<string, string>;
  /** How many changes wait for a box to be let go. */
  readonly waiting: ReadonlyMap<string, number>;
}

export const CALM: Frozen = { frozen: new Set(), tails: new Set(), own: new Set() };

const NONE: ReadonlyMap<string, string> = new Map();

/** A box whose list is the same object in both is not looked into: what happens elsewhere costs nothing here. */
export function settle(shown: Boxes, live: Boxes, { frozen, tails, own }: Frozen): Settled {
  const same = (box: string) => shown.get(box) === live.get(box);
  const shownIn = whereabouts(shown, same);
  const liveIn = whereabouts(live, same);
  const kept = new Set([...live.keys(), ...[...shown.keys()].filter((box) => frozen.has(box))]);
  const target = new Map<string, string>();
  const stale = new Map<string, string>();
  const waiting = new Map<string, number>();
  const wait = (box: string) => waiting.set(box, (waiting.get(box) ?? 0) + 1);

  for (const [idea, now] of liveIn) {
    const was = shownIn.get(idea);
    const leaves = was !== undefined && was !== now && frozen.has(was);
    const enters = was !== now && frozen.has(now) && !tails.has(now);
    if (own.has(idea) || !(leaves || enters)) {
      target.set(idea, now);
      continue;
    }
    if (leaves) wait(was);
    if (enters) wait(now);
    if (was !== undefined && kept.has(was)) {
      target.set(idea, was);
      stale.set(idea, now);
    }
  }

  const boxes = new Map<string, readonly string[]>();
  for (const box of kept) {
    const before = shown.get(box) ?? [];
    const truth = live.get(box) ?? [];
    if (before === truth) {
      boxes.set(box, truth);
      continue;
    }
    const here = (idea: string) => target.get(idea) === box;
    const rests = frozen.has(box);
    const base = rests ? before.filter((idea) => here(idea) && !own.has(idea)) : truth.filter(here);
    const rest = rests ? truth : before;
    const next = inserted(base, rest, here, (idea) => rests && !own.has(idea));
    boxes.set(box, sameList(before, next) ? before : sameList(truth, next) ? truth : next);
  }
  return { boxes, stale: stale.size > 0 ? stale : NONE, waiting };
}

/** Adds those of `order` that belong here and are missing: at the end, or behind the neighbour they follow in `order`. */
function inserted(
  base: readonly string[],
  order: readonly string[],
  here: (idea: string) => boolean,
  atEnd: (idea: string) => boolean,
): string[] {
  const result = [...base];
  const present = new Set(base);
  order.forEach((idea, at) => {
    if (present.has(idea) || !here(idea)) return;
    present.add(idea);
    if (atEnd(idea)) {
      result.push(idea);
      return;
    }
    const before = order.slice(0, at).findLast((other) => present.has(other) && result.includes(other));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, idea);
  });
  return result;
}

function whereabouts(boxes: Boxes, but: (box: string) => boolean): Map<string, string> {
  const found = new Map<string, string>();
  for (const [box, ideas] of boxes) if (!but(box)) for (const idea of ideas) found.set(idea, box);
  return found;
}

/** Going through "Done when" together: when that is offered, what the big screen shows, and what comes next. */

import type { ClockState, Condition, SessionMeta } from "../../../../worksession.generated";
import { inOrder } from "../../../sentence";
import type { Course } from "../time/course";

/** Sessions whose people make one thing. */
const TOGETHER: readonly SessionMeta["kind"][] = ["team", "brainstorming"];

/** Whether the running item looks over what was made: the last one of work, when others of work came before it. */
export function looksOver(kind: SessionMeta["kind"], { pieces, current }: Pick<Course, "pieces" | "current">): boolean {
  const work = pieces.filter((piece) => piece.kind === "work" && !piece.skipped);
  return TOGETHER.includes(kind) && work.length > 1 && work.at(-1)?.id === current.id;
}

export interface Shown {
  readonly id: string;
  readonly condition: Condition;
  /** Which of them it is, from 1. */
  readonly place: number;
}

export interface Walk {
  /** null: the big screen shows none of them */
  readonly shown: Shown | null;
  readonly all: number;
  /** Their ids; null where there is none. With none shown the first is the next. */
  readonly back: string | null;
  readonly next: string | null;
}

export function walkOf(conditions: ReadonlyMap<string, Condition>, clock: Pick<ClockState, "shown"> | null): Walk {
  const all = inOrder(conditions);
  const at = all.findIndex(([id]) => id === clock?.shown);
  const found = all[at];
  return {
    shown: found ? { id: found[0], condition: found[1], place: at + 1 } : null,
    all: all.length,
    back: all[at - 1]?.[0] ?? null,
    next: all[at + 1]?.[0] ?? null,
  };
}

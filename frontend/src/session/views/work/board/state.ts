/** The board of an item: what it shows, and what there is to say of it beside the item that runs. */

import type { Agreement, Item } from "../../../../worksession.generated";
import type { Course } from "../time/course";

type Agenda = ReadonlyMap<string, Item>;

/** Fewer people than these guess easily who wrote what. */
export const CROWD = 4;

/** `planned`: nobody has opened it yet. A count that comes back leaves the board open, and its item may run again. */
export type Stage = "planned" | "open" | "decided" | "counted" | "gone";

/** What the item that runs shows of its board; null when it is none. */
export function stageOf(item: Item | undefined): Stage | null {
  if (item?.kind !== "board") return null;
  return item.board === undefined ? "planned" : holdsBoard(item) ? "open" : item.board.state;
}

/** Whether an item that runs keeps everything beside its board still. Twin of `Session.holds_board`. */
export function holdsBoard(item: Item | undefined): boolean {
  return item?.board?.state === "open" || item?.board?.state === "counted";
}

/** A question to everybody that is still to come; the next one of several. */
export function asked(course: Course, agenda: Agenda): string | null {
  const found = course.coming.find(({ id }) => {
    const board = agenda.get(id)?.board;
    return board?.asks && board.state === "open";
  });
  return found?.id ?? null;
}

/** The board of the item that ended last, if this is its state. */
export function justOver(course: Course, agenda: Agenda, state: "open" | "counted"): string | null {
  const { pieces, current } = course;
  const before = pieces.slice(0, pieces.indexOf(current)).findLast(({ spent, skipped }) => spent !== null && !skipped);
  return before && agenda.get(before.id)?.board?.state === state ? before.id : null;
}

/** What came back of the board of an item: its decision, else its count. */
export function resultOf(agreements: ReadonlyMap<string, Agreement>, item: string): Agreement | null {
  const found = [...agreements.values()].filter(({ board }) => board === item);
  return found.find(({ decision }) => decision !== undefined) ?? found[0] ?? null;
}

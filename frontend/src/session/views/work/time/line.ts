/** Time as a line: the part of each item, and how much of it is gone. */

import { called } from "./called";
import type { Course, Piece } from "./course";

export interface Stretch {
  readonly id: string;
  readonly title: string;
  readonly rest: boolean;
  readonly state: "gone" | "now" | "ahead";
  /** what it takes of the line; all of them add up to 1 */
  readonly share: number;
  /** of the running item: how much of it is gone, 0 to 1 */
  readonly gone: number;
  /** minutes that it took, or is to take */
  readonly minutes: number;
}

/** The whole line. What ended has the width it took, what runs late grows. */
export function line(course: Course): Stretch[] {
  const { current, coming, used, pieces } = course;
  const later = new Set(coming);
  const seconds = (piece: Piece): number => {
    if (piece === current) return Math.max(piece.length, used);
    return later.has(piece) ? piece.length : (piece.spent ?? 0);
  };
  const drawn = pieces.filter((piece) => seconds(piece) > 0 || piece === current);
  const whole = drawn.reduce((sum, piece) => sum + seconds(piece), 0) || 1;
  return drawn.map((piece) => ({
    id: piece.id,
    title: called(piece),
    rest: piece.kind === "break",
    state: piece === current ? "now" : later.has(piece) ? "ahead" : "gone",
    share: seconds(piece) / whole,
    gone: piece === current ? Math.min(1, used / (piece.length || 1)) : 0,
    minutes: Math.round(seconds(piece) / 60),
  }));
}

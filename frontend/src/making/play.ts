/** How a text that grew is played: its frames put together, and which lines of one are in sight. */

import type { Version } from "../worksession.generated";

export type LineKind = "heading" | "text" | "item" | "quote" | "code" | "cells" | "rule" | "plain";

export type PlayedLine = readonly [kind: LineKind, level: number, text: string];

/** The text at one moment, as edits of the lines of the frame before. */
export interface Frame extends Pick<Version, "of"> {
  /** null: the text as it stands */
  readonly number: number | null;
  readonly at: number | null;
  readonly reason: Version["reason"] | null;
  readonly edits: readonly (readonly [at: number, gone: number, came: readonly PlayedLine[]])[];
}

/** How long (ms) all frames take. */
export const WHOLE = 15_000;
/** Lines that are drawn of one frame, and how many of them stand above what is new. */
const DRAWN = 60;
const ABOVE = 6;

export interface Moment {
  readonly frame: Frame;
  readonly lines: readonly PlayedLine[];
  /** Which of the lines came with this frame. */
  readonly fresh: ReadonlySet<number>;
}

/** Each frame with all lines that its text had. */
export function moments(frames: readonly Frame[]): readonly Moment[] {
  let lines: readonly PlayedLine[] = [];
  return frames.map((frame, number) => {
    const next: PlayedLine[] = [];
    const fresh = new Set<number>();
    let from = 0;
    for (const [at, gone, came] of frame.edits) {
      for (const line of lines.slice(from, at)) next.push(line);
      for (const line of came) {
        // At first everything would be new.
        if (number > 0) fresh.add(next.length);
        next.push(line);
      }
      from = at + gone;
    }
    for (const line of lines.slice(from)) next.push(line);
    lines = next;
    return { frame, lines, fresh };
  });
}

/** The lines that are drawn: around what is new, or the first ones. */
export function inSight({ lines, fresh }: Moment): { readonly from: number; readonly to: number } {
  const [first = 0] = fresh;
  const from = Math.max(0, Math.min(first - ABOVE, lines.length - DRAWN));
  return { from, to: Math.min(lines.length, from + DRAWN) };
}

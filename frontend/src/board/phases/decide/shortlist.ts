/** The tally in order, where the shortlist ends, and where a choice departs from the count. */

import type { Proposal, Round, TallyLine } from "../../types";

/** A stretch of the tally. `tied` are the options that the line would have run through: all of them in, or none. */
export interface Stretch {
  readonly kind: "plain" | "tied";
  readonly proposed: boolean;
  readonly lines: readonly TallyLine[];
}

export type Departure = "chosen" | "left-out";

/** Cut the sorted tally where the proposal ends and around its tie. The shortlist's line falls between two stretches. */
export function stretches(lines: readonly TallyLine[], proposal: Proposal | null): Stretch[] {
  const listed = new Set(proposal?.shortlist);
  const tied = new Set(proposal?.tied);
  const found: { kind: Stretch["kind"]; proposed: boolean; lines: TallyLine[] }[] = [];
  for (const line of lines) {
    const kind = tied.has(line.option) ? "tied" : "plain";
    const proposed = listed.has(line.option);
    const last = found.at(-1);
    if (last && last.kind === kind && last.proposed === proposed) last.lines.push(line);
    else found.push({ kind, proposed, lines: [line] });
  }
  return found;
}

/**
 * Which options a chosen shortlist holds or leaves out against the count, compared with as many of the best as it is
 * long (twin of `board/decisions/standing.py`). Bold winners are on it in their own right.
 */
export function departures(
  lines: readonly TallyLine[],
  chosen: ReadonlySet<string>,
  bold: readonly string[],
): Map<string, Departure> {
  const counted = lines.filter((line) => !bold.includes(line.option));
  const length = counted.filter((line) => chosen.has(line.option)).length;
  const ranked = counted.filter((line) => line.dots > 0);
  const last = ranked[Math.min(length, ranked.length) - 1]?.dots ?? 0;
  const against = length > 0 && counted.some((line) => chosen.has(line.option) && line.dots < last);
  const found = new Map<string, Departure>();
  for (const { option, dots } of against ? counted : []) {
    if (chosen.has(option) && dots < last) found.set(option, "chosen");
    if (!chosen.has(option) && dots >= last) found.set(option, "left-out");
  }
  return found;
}

/**
 * What stands on the shortlist before anybody chooses: the proposal and the bold winners; after a run-off also what was
 * clearly above it in the round it came from.
 */
export function proposed(rounds: readonly Round[], proposal: Proposal | null): string[] {
  const last = rounds.at(-1);
  const wanted = [...(proposal?.shortlist ?? []), ...(proposal?.bold ?? [])];
  const whole = rounds.filter((round) => !round.runoff).at(-1);
  if (!last?.runoff || !whole) return [...new Set(wanted)];
  const again = new Set(last.options.map((one) => one.option));
  const best = Math.max(...whole.tally.filter((line) => again.has(line.option)).map((line) => line.dots));
  const clear = whole.tally.filter((line) => !again.has(line.option) && line.dots > best).map((line) => line.option);
  return [...new Set([...clear, ...wanted])];
}

/** How large a dot is drawn: all rows in one size, smaller the more there are. */
export function dotSize(most: number): "large" | "medium" | "small" | "tiny" {
  if (most <= 20) return "large";
  if (most <= 50) return "medium";
  return most <= 120 ? "small" : "tiny";
}

/** Dots are drawn in fives, so that they can be counted. */
export function fives(n: number): number[] {
  const whole = Array.from({ length: Math.floor(n / 5) }, () => 5);
  return n % 5 ? [...whole, n % 5] : whole;
}

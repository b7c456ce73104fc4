/** The tally in order, where the shortlist ends, and where a choice departs from the count. */

import type { Proposal, Round, TallyLine } from "../../../protocol.generated";

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

/** How many options a count shows before it folds the rest. */
const IN_SIGHT = 12;
/** Fewer than this are not worth a press. */
export const SPARE = 3;

/** The lines far below where the shortlist ends that can be folded away: none of a tie, and none that stand on it. */
export function folded(
  parts: readonly Stretch[],
  ends: number,
  stands: (option: string) => boolean,
): readonly TallyLine[] {
  const last = parts.at(-1);
  if (!last || last.kind === "tied" || parts.length - 1 <= ends) return [];
  const above = parts.slice(0, -1).reduce((sum, part) => sum + part.lines.length, 0);
  return last.lines.slice(Math.max(0, IN_SIGHT - above)).filter((line) => !stands(line.option));
}

/** The parts of a round by which its options are ordered. */
export type Count = Pick<Round, "runoff" | "tally">;

export type Why = "count" | "bold" | "chosen";

/** How a shortlist lies to the count, as the record says it. */
export interface Cut {
  /** Why each option is on the shortlist. */
  readonly why: ReadonlyMap<string, Why>;
  /** Not on it, although the count would have put it there. */
  readonly leftOut: readonly string[];
  /** Not on it, with as many dots as the last that is there by the count. */
  readonly tied: readonly string[];
}

/**
 * Compares a shortlist with as many of the best options as it is long; bold winners are on it in their own right (twin
 * of `board/decisions/standing.py`).
 */
export function cut(rounds: readonly Count[], shortlist: Iterable<string>, bold: readonly string[]): Cut {
  const chosen = [...new Set(shortlist)];
  const dots = new Map(rounds.flatMap((round) => round.tally.map((line) => [line.option, line.dots])));
  const stand = standing(rounds);
  const place = new Map(
    stand.flatMap((tier, at) => tier.filter((one) => dots.get(one)).map((one): [string, number] => [one, at])),
  );
  const length = chosen.filter((one) => !bold.includes(one)).length;
  const ranked = [...place.keys()].filter((one) => length === 0 || !bold.includes(one));
  const last = place.get(ranked[Math.min(length || 1, ranked.length) - 1] ?? "") ?? -1;
  const reason = (one: string): Why =>
    (place.get(one) ?? last + 1) <= last ? "count" : bold.includes(one) ? "bold" : "chosen";
  const why = new Map(chosen.map((one) => [one, reason(one)]));
  const against = length === 0 || [...why.values()].includes("chosen");
  const off = [...place].filter(([one]) => !why.has(one));
  const above = off.filter(([, at]) => at < last).map(([one]) => one);
  const tied = off.filter(([, at]) => at === last).map(([one]) => one);
  return { why, leftOut: against ? [...above, ...tied] : above, tied: against ? [] : tied };
}

/** Options with equal dots share a tier. A run-off reorders its options, in the place of the best of them. */
function standing(rounds: readonly Count[]): string[][] {
  let stand: string[][] = [];
  for (const { runoff, tally } of rounds) {
    const fresh = tiers(tally);
    const again = new Set(fresh.flat());
    const first = runoff ? stand.findIndex((tier) => tier.some((one) => again.has(one))) : -1;
    const rest = stand.map((tier) => tier.filter((one) => !again.has(one)));
    if (!runoff || stand.length === 0) stand = fresh;
    else if (first < 0) stand = [...stand, ...fresh];
    else stand = [...rest.slice(0, first), ...fresh, ...rest.slice(first)].filter((tier) => tier.length > 0);
  }
  return stand;
}

function tiers(tally: readonly TallyLine[]): string[][] {
  const found = new Map<number, string[]>();
  for (const { option, dots } of tally) found.set(dots, [...(found.get(dots) ?? []), option]);
  return [...found].sort(([a], [b]) => b - a).map(([, tier]) => tier);
}

/** Which options a shortlist holds or leaves out against the count. None while nothing is on it. */
export function departures(
  rounds: readonly Count[],
  chosen: ReadonlySet<string>,
  bold: readonly string[],
): Map<string, Departure> {
  if (chosen.size === 0) return new Map();
  const { why, leftOut } = cut(rounds, chosen, bold);
  const against = [...why].filter(([, reason]) => reason === "chosen").map(([one]) => one);
  return new Map([
    ...against.map((one): [string, Departure] => [one, "chosen"]),
    ...leftOut.map((one): [string, Departure] => [one, "left-out"]),
  ]);
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

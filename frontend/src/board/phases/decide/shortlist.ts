/** The tally in order, where the shortlist ends, and where a choice departs from the count. */

export interface Line {
  readonly option: string;
  readonly dots: number;
  readonly bold: number;
}

export interface Proposal {
  readonly shortlist: readonly string[];
  readonly tied: readonly string[];
  readonly bold: readonly string[];
}

/** A stretch of the tally: above the line, the tie the line would have run through, below it. */
export interface Stretch {
  readonly kind: "in" | "tied" | "out";
  readonly lines: readonly Line[];
}

export type Departure = "chosen" | "left-out";

/** Cut the sorted tally into stretches. The line falls between two of them, so it never runs through a tie. */
export function stretches(lines: readonly Line[], proposal: Proposal | null): Stretch[] {
  if (!proposal) return lines.length ? [{ kind: "out", lines }] : [];
  const tied = new Set(proposal.tied);
  const listed = new Set(proposal.shortlist);
  // A bold winner is on the shortlist from wherever the count put it, so it does not move the line.
  const counted = lines.filter((line) => listed.has(line.option) && !proposal.bold.includes(line.option));
  const last = counted.at(-1)?.dots;
  const above = (line: Line) => !tied.has(line.option) && last !== undefined && line.dots >= last;
  const first = lines.findIndex((line) => !above(line));
  const end = first < 0 ? lines.length : first;
  const rest = lines.slice(end);
  const parts: Stretch[] = [
    { kind: "in", lines: lines.slice(0, end) },
    { kind: "tied", lines: rest.filter((line) => tied.has(line.option)) },
    { kind: "out", lines: rest.filter((line) => !tied.has(line.option)) },
  ];
  return parts.filter((part) => part.lines.length > 0);
}

/** Which options a chosen shortlist holds or leaves out against the count. Bold winners are on it in their own right. */
export function departures(
  lines: readonly Line[],
  chosen: ReadonlySet<string>,
  bold: readonly string[],
): Map<string, Departure> {
  const counted = lines.filter((line) => chosen.has(line.option) && !bold.includes(line.option));
  const fewest = Math.min(...counted.map((line) => line.dots));
  const mostLeftOut = Math.max(...lines.filter((line) => !chosen.has(line.option)).map((line) => line.dots));
  const found = new Map<string, Departure>();
  for (const { option, dots } of lines) {
    if (bold.includes(option)) continue;
    if (chosen.has(option) && dots < mostLeftOut) found.set(option, "chosen");
    if (!chosen.has(option) && dots > fewest) found.set(option, "left-out");
  }
  return found;
}

/** Half a pixel of a dot matters: many dots are drawn smaller, all rows in one size. */
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

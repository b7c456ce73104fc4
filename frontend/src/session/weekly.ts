/**
 * When the next session of a chain begins: twin of `board/worksessions/rules/repeating.py`. `tests/data/weekly.json` has
 * the cases of both. Times are Unix seconds.
 */

const DAY = 86_400;
const WEEK = 7 * DAY;

/** The first of the following weeks that is still to come, at the same time on the wall of the zone. */
export function nextStart(starts: number, zone: string | null, now: number): number {
  const wall = starts + offset(starts, zone);
  for (let weeks = Math.max(1, Math.floor((now - starts) / WEEK)); ; weeks += 1) {
    const at = momentOf(wall + weeks * WEEK, zone);
    if (at > now) return at;
  }
}

/** How far the clocks of a zone are ahead of UTC, in seconds. A zone that this browser does not know counts as UTC. */
export function offset(at: number, zone: string | null): number {
  if (zone === null) return 0;
  try {
    return wallAt(at, zone) - at;
  } catch {
    return 0;
  }
}

/** A time on the wall as the moment that it is: the first where there are two, by the earlier clock where there is none. */
function momentOf(wall: number, zone: string | null): number {
  const before = wall - offset(wall - DAY, zone);
  const after = wall - offset(wall + DAY, zone);
  if (before + offset(before, zone) === wall) return before;
  return after + offset(after, zone) === wall ? after : before;
}

/** What a clock in the zone shows, as if it were UTC. */
function wallAt(at: number, zone: string): number {
  const fields = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
  const format = new Intl.DateTimeFormat("en-US", { ...fields, second: "numeric", hourCycle: "h23", timeZone: zone });
  const told = Object.fromEntries(format.formatToParts(at * 1000).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = told;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

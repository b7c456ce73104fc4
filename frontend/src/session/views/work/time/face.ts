/** How time is written, when it warns, and when it sounds. */

/** Seconds from which on hours are enough: so late, nobody works against the clock. */
const HOURS_FROM = 5 * 3600;

/** Seconds as "7:05", more than were planned as "+1:20"; of many hours only these. */
export function face(left: number): string {
  const rounded = Math.ceil(left);
  const whole = Math.abs(rounded);
  if (-rounded >= HOURS_FROM) return `+${Math.floor(whole / 3600)} h`;
  return `${rounded < 0 ? "+" : ""}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** The time of day where this person is: "16:05". */
export function timeOfDay(seconds: number): string {
  // The browser's own format takes a tenth of the time in which a page opens on a slow machine.
  const at = new Date(seconds * 1000);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}

export type Mood = "calm" | "late" | "last" | "over";

/** The line turns at a fifth of the item, the numerals at a twentieth. */
export function mood(left: number, length: number): Mood {
  if (left <= 0) return "over";
  if (left <= length * 0.05) return "last";
  return left <= length * 0.2 ? "late" : "calm";
}

/** Whole minutes behind the plan; 0 below half of one. */
export const minutesLate = (late: number): number => Math.round(late / 60) || 0;

/** What was last looked at: an item, and what it had left. */
export interface Look {
  readonly item: string;
  readonly left: number;
}

/** A page that slept through the end by more than this (seconds) stays silent. */
const STALE = 90;

/** Whether the end of the running item lies between two looks. Opening a page that is late rings nothing. */
export function rings(before: Look | null, { item, left }: Look): boolean {
  return before !== null && before.item === item && before.left > 0 && left <= 0 && left > -STALE;
}

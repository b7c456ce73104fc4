/** Times of the plan as people read them, in the time of their own device. Unix seconds in, words out. */

import { ownZone } from "../../when";

const LANGUAGE = "en-GB";

/** "15:05" */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(LANGUAGE, { hour: "2-digit", minute: "2-digit" }).format(at * 1000);
}

/** "on Sunday 29 November at 15:05 (Europe/Berlin)", for people who may be in another zone. */
export function dayAndTime(at: number, zone: string | null): string {
  const timeZone = zone ?? ownZone();
  const day = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone } as const;
  return `${new Intl.DateTimeFormat(LANGUAGE, day).format(at * 1000)} (${timeZone.replaceAll("_", " ")})`;
}

/** "2026-11-29T15:05" as a field for a local time wants it. */
export function localValue(at: number): string {
  const when = new Date(at * 1000);
  return new Date(at * 1000 - when.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Seconds after the start as "0:05" */
export function afterStart(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

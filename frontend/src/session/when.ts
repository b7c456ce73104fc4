/** When the next session begins, for somebody who may be in another zone. */

import { locale, say } from "../words/say";
import { offset } from "./weekly";

/** Milliseconds from which on a day needs its year. */
const FAR = 300 * 86_400_000;

/** The zone of this device. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** "Thursday 3 December, 10:00" where the reader is, and by which zone when that is not the time of the others. */
export function whenOf(starts: number, zone: string | null): string {
  return inZone(starts, ownZone(), isElsewhere(starts, zone));
}

/** Whether the clocks of the session's zone show another time than those of the reader. */
export const isElsewhere = (starts: number, zone: string | null): boolean =>
  zone !== null && offset(starts, zone) !== offset(starts, ownZone());

/** The same for many readers: in the zone of the session, which is named. */
export const whenThere = (starts: number, zone: string | null): string => inZone(starts, zone ?? ownZone(), true);

function inZone(starts: number, zone: string, named: boolean): string {
  const at = new Date(starts * 1000);
  const how = { timeZone: known(zone), hourCycle: "h23" } as const;
  const year = Math.abs(at.getTime() - Date.now()) > FAR ? ({ year: "numeric" } as const) : {};
  const day = at.toLocaleDateString(locale(), { ...how, weekday: "long", day: "numeric", month: "long", ...year });
  const time = at.toLocaleTimeString(locale(), { ...how, hour: "2-digit", minute: "2-digit" });
  return named
    ? say("chain-when-zone", { day, time, zone: known(zone).replaceAll("_", " ") })
    : say("chain-when", { day, time });
}

/** The zone, or UTC in place of one that this browser does not know. */
function known(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) && zone;
  } catch {
    return "UTC";
  }
}

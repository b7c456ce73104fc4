/** Where a session is, for somebody at its door. */

import { say } from "../../../words/say";
import type { Contract, Item, SessionMeta } from "../../../worksession.generated";
import { dayIn } from "../../verdicts";
import { isElsewhere, whenOf } from "../../when";
import { clockTime } from "../prepare/times";

/** "Starts at 15:05, in 4 minutes", "Starts on Thursday 3 December, 10:00" or "Draft, 12 minutes left". */
export function where(meta: SessionMeta, agenda: ReadonlyMap<string, Item>, now: number): string {
  if (meta.clock === null) return begins(meta.contract, now);
  const { item: id, since, before } = meta.clock;
  const item = agenda.get(id);
  if (!item) return "";
  if (since === null) return say("door-paused", { item: item.title });
  const left = item.minutes * 60 + item.extra - before - (now - since);
  return left <= 0
    ? say("door-runs-over", { item: item.title })
    : say("door-runs", { item: item.title, minutes: Math.ceil(left / 60) });
}

function begins({ starts, zone, repeats }: Contract, now: number): string {
  if (starts === null || starts <= now) return say("door-starts-here");
  const told = at(starts, zone, now);
  return repeats ? say("door-starts-weekly", { starts: told }) : told;
}

function at(starts: number, zone: string | null, now: number): string {
  const minutes = Math.ceil((starts - now) / 60);
  const time = clockTime(starts);
  if (minutes <= 60) return say("door-starts-in", { time, minutes });
  return dayIn(starts) === dayIn(now) && !isElsewhere(starts, zone)
    ? say("door-starts-at", { time })
    : say("door-starts-on", { when: whenOf(starts, zone) });
}

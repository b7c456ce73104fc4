/** Where a session is, for somebody at its door. */

import { say } from "../../../words/say";
import type { Item, SessionMeta } from "../../../worksession.generated";
import { clockTime } from "../prepare/times";

/** "Starts at 15:05, in 4 minutes" or "Draft, 12 minutes left". `now` is in Unix seconds. */
export function where(meta: SessionMeta, agenda: ReadonlyMap<string, Item>, now: number): string {
  if (meta.clock === null) return begins(meta.contract.starts, now);
  const { item: id, since, before } = meta.clock;
  const item = agenda.get(id);
  if (!item) return "";
  if (since === null) return say("door-paused", { item: item.title });
  const left = item.minutes * 60 + item.extra - before - (now - since);
  return left <= 0
    ? say("door-runs-over", { item: item.title })
    : say("door-runs", { item: item.title, minutes: Math.ceil(left / 60) });
}

function begins(starts: number | null, now: number): string {
  if (starts === null || starts <= now) return say("door-starts-here");
  const minutes = Math.ceil((starts - now) / 60);
  const time = clockTime(starts);
  return minutes <= 60 ? say("door-starts-in", { time, minutes }) : say("door-starts-at", { time });
}

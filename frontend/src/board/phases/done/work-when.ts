import type { OpenedWork } from "../../../protocol.generated";
import { locale, say } from "../../../words/say";

/** How long the work takes, and when it starts where that is fixed: "60 minutes. Starts 15:05." */
export function when({ minutes, starts }: OpenedWork): string {
  if (starts === null) return say("done-work-minutes", { minutes });
  return say("done-work-starts", { minutes, time: clockTime(starts) });
}

/** A time of day, where this page is. */
export function clockTime(at: number): string {
  return new Date(at * 1000).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });
}

import type { OpenedWork } from "../../../protocol.generated";
import { locale, say } from "../../../words/say";

/** How long the work takes, and when it starts where that is fixed: "60 minutes. Starts 15:05." */
export function when({ minutes, starts }: OpenedWork): string {
  if (starts === null) return say("done-work-minutes", { minutes });
  const time = new Date(starts * 1000).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });
  return say("done-work-starts", { minutes, time });
}

import type { Signal } from "@preact/signals";
import { LAST_NAME, readStored, writeStored } from "../../browser-storage";
import { length, trimmed } from "../../kit/text/rules";
import { say } from "../../words/say";
import { LIMITS } from "../../worksession.generated";
import type { Session } from "../engine";

/** The name by which this browser was in its last session; "" for none. */
export function lastName(): string {
  const kept = readStored(LAST_NAME);
  return typeof kept === "string" ? kept.slice(0, 2 * LIMITS.name) : "";
}

/** Joins by a name, and remembers it for the next session. The reason when it did not work. */
export async function joinAs(session: Session, name: Signal<string>, missing: string): Promise<string> {
  const bare = trimmed(name.peek());
  const over = length(bare) - LIMITS.name;
  if (bare === "") return missing;
  if (over > 0) return say("work-name-too-long", { count: over });
  const answer = await session.ask({ do: "join", name: bare });
  if (answer.answer !== "ok") return answer.why ?? "";
  writeStored(LAST_NAME, bare);
  return "";
}

import { say } from "../../../../words/say";
import type { Board } from "../../../engine/boot";
import type { Idea } from "../../../engine/state";

/** A word or two beside an idea in the list: it is mine, people ask about it, or the facilitator joined it with others. */
export function noteOf({ id, cluster }: Idea, { state, own, boot }: Board, sayMine = true): string {
  const asked = [...state.questions.value.values()].filter((question) => question.idea === id && !question.hidden);
  const answers = asked.filter(({ answer }) => answer).length;
  if (answers > 0) return say("read-note-answers", { count: answers });
  if (asked.length > 0) return say("read-note-questions", { count: asked.length });
  if (sayMine && boot.role === "participate" && own.has(id)) return say("read-note-yours");
  const letter = cluster === null ? null : state.cluster(cluster).value?.letter;
  return letter ? say("idea-group", { letter }) : "";
}

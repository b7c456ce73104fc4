import { say } from "../../../../words/say";
import type { Board } from "../../../engine/boot";

/** A word or two beside an idea in the list: it is mine, people ask about it, or the facilitator joined it with others. */
export function noteOf(idea: string, { state, own, boot }: Board, sayMine = true): string {
  const asked = [...state.questions.value.values()].filter((question) => question.idea === idea && !question.hidden);
  const answers = asked.filter(({ answer }) => answer).length;
  if (answers > 0) return say("read-note-answers", { count: answers });
  if (asked.length > 0) return say("read-note-questions", { count: asked.length });
  if (sayMine && boot.role === "participate" && own.has(idea)) return say("read-note-yours");
  const cluster = state.idea(idea).value?.cluster ?? null;
  const letter = cluster === null ? null : state.cluster(cluster).value?.letter;
  return letter ? say("idea-group", { letter }) : "";
}

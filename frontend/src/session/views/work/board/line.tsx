import { say } from "../../../../words/say";
import type { ItemBoard } from "../../../../worksession.generated";
import { LeadBoard, TakePart, ToDecision } from "./links";

interface LineProps {
  readonly id: string;
  readonly board: ItemBoard;
  /** Its item has ended. */
  readonly over: boolean;
}

export function BoardLine({ id, board: { state, decision }, over }: LineProps) {
  if (state === "decided" && decision) {
    return (
      <p class="small of-board">
        <ToDecision decision={decision} />
      </p>
    );
  }
  if (state === "gone") return <p class="small of-board">{say("inside-was-deleted")}</p>;
  if (!over) return null;
  return (
    <p class="small of-board">
      {state === "counted" ? say("inside-counted") : say("inside-still-open")} <TakePart item={id} look="link" />
      <LeadBoard item={id} look="link" />
    </p>
  );
}

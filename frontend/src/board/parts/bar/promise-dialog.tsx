import { Dialog } from "../../../kit/dialog";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";

/** The whole promise, with its limits. */
export function PromiseDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { state } = useBoard();
  return (
    <Dialog open={open} onClose={onClose} title={say("promise-title")}>
      <div class="promise">
        <p class="lead-line">{say("promise-lead")}</p>
        {state.meta.value.visibility === "visible" ? <p>{say("promise-visible")}</p> : null}
        <ul>
          {(["names", "shuffle", "count"] as const).map((one) => (
            <li key={one}>{say(`promise-how-${one}`)}</li>
          ))}
        </ul>
        <h3>{say("promise-limits")}</h3>
        <ul>
          {(["server", "style", "browsers", "facilitator"] as const).map((one) => (
            <li key={one}>{say(`promise-limit-${one}`)}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

import { Dialog } from "../../kit/dialog";
import { wholePromise as words } from "../../words/promise-dialog";
import { useBoard } from "./use-board";

/** The whole promise, with its limits. */
export function PromiseDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { state } = useBoard();
  return (
    <Dialog open={open} onClose={onClose} title={words.title}>
      <div class="promise">
        <p class="lead-line">{words.lead}</p>
        {state.meta.value.visibility === "visible" ? <p>{words.visible}</p> : null}
        <ul>
          {words.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h3>{words.limitsTitle}</h3>
        <ul>
          {words.limits.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

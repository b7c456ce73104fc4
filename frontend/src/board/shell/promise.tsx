import { useSignal } from "@preact/signals";
import { promise as words } from "../../words/promise";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { useBoard } from "./use-board";

/** One sentence on the page; the whole promise, with what it cannot do, one press behind it. */
export function PromiseButton({ look = "plain" }: { look?: "plain" | "quiet" }) {
  const { state } = useBoard();
  const open = useSignal(false);
  return (
    <>
      <Button look={look} icon="shield" class="promise-button" onClick={() => (open.value = true)}>
        <span class="full">{words.short}</span>
        <span class="short" aria-hidden="true">
          {words.shorter}
        </span>
      </Button>
      <Dialog open={open.value} onClose={() => (open.value = false)} title={words.title}>
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
    </>
  );
}

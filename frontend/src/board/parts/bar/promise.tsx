import { useSignal } from "@preact/signals";
import { Button } from "../../../kit/button";
import { lazy } from "../../../kit/lazy";
import { later } from "../../../kit/page/slices";
import { say } from "../../../words/say";
import type { BoardState } from "../../engine/state";
import { useBoard } from "../../engine/use-board";

const PromiseDialog = lazy(
  later(async () => (await import("./promise-dialog")).PromiseDialog),
  "promise",
);

/** What the person gives away next, or gave last: ideas, then dots, then the answer to the check. */
function secret({ phase, meta }: BoardState): "ideas" | "dots" | "given" | "answers" {
  if (phase.value === "vote") return "dots";
  if (phase.value !== "decide") return "ideas";
  return meta.value.decision ? "answers" : "given";
}

/** One sentence on the page; the whole promise, with what it cannot do, one press behind it. */
export function PromiseButton({ look = "plain" }: { look?: "plain" | "quiet" }) {
  const { state } = useBoard();
  const open = useSignal(false);
  return (
    <>
      <Button look={look} icon="shield" class="promise-button" onClick={() => (open.value = true)}>
        <span class="full">{say(`board-promise-${secret(state)}`)}</span>
        <span class="short" aria-hidden="true">
          {say("board-promise-short")}
        </span>
      </Button>
      <PromiseDialog open={open.value} onClose={() => (open.value = false)} />
    </>
  );
}

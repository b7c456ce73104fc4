import { useMemo } from "preact/hooks";
import { useFit } from "../../../../kit/fit";
import type { OpenedWork } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { Wall } from "../../../parts/wall/frame";
import { when } from "../work-when";
import "./watch.css";

const SIZES = [12.5, 11, 10, 9, 7.6, 6.4, 5.4, 4.6];

/** The decision turns into work: it shrinks to the upper line, and what will exist is the headline, with the way in. */
export function WatchWork({ work }: { readonly work: OpenedWork }) {
  const { boot, state } = useBoard();
  const { decision, question } = state.meta.value;
  const [box] = useFit<HTMLDivElement>(work.artifact, SIZES);
  // The address of the picture says nothing of the link, and is another one for another link.
  const fresh = useMemo(() => Math.random().toString(36).slice(2), [work.join]);
  return (
    <Wall class="watch-done watch-goes-on" bare>
      <div class="wall-fit" ref={box}>
        <p class="wall-question" dir="auto">
          {decision?.decision || question}
        </p>
        <h1 class="fitted" dir="auto" tabIndex={-1}>
          {work.artifact}
        </h1>
        <p class="by">{when(work)}</p>
        <p class="wall-cut">{say("screen-rest")}</p>
      </div>
      <div class="base">
        <div class="take">
          <img class="wall-code" src={`/boards/${boot.board}/qr/work.svg?${fresh}`} alt={say("screen-work-code")} />
          <div>
            <h2>{say("done-work-join")}</h2>
            <p>{say("screen-work-named")}</p>
          </div>
        </div>
        <div class="next">
          <h2>{say("screen-work-here")}</h2>
          <p>
            <a href={work.read}>{say("screen-work-turn")}</a>
          </p>
        </div>
      </div>
    </Wall>
  );
}

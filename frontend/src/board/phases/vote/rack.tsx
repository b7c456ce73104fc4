import { Button } from "../../../kit/button";
import { useEdge } from "../../../kit/page/edges";
import { common } from "../../../words/counting";
import { vote as words } from "../../../words/vote";
import { BoldMark, Dots } from "../../parts/dots";
import { useBoard } from "../../shell/use-board";
import type { Desk } from "./desk";
import { shortTitle, titleOf } from "./option-head";
import "./rack.css";

/** Stays above the bar: what is left drawn as dots, what went wrong in words, and the one question after the dots. */
export function Rack({ desk }: { desk: Desk }) {
  const { left, paper, problem } = desk;
  const bar = useEdge<HTMLElement>("bottom");
  return (
    <aside ref={bar} class={desk.bold === "ask" ? "rack asking" : "rack"} aria-label={words.left(left, paper.dots)}>
      <div class="hand">
        <Dots n={left} of={paper.dots} />
        <p>
          {words.leftOf(left, paper.dots)}
          {desk.choice.done && !desk.closing ? <small>{words.doneLine}</small> : null}
        </p>
      </div>
      {problem ? <p class="problem">{problem}</p> : <BoldQuestion desk={desk} />}
    </aside>
  );
}

function BoldQuestion({ desk }: { desk: Desk }) {
  const { state } = useBoard();
  if (desk.bold === "later" || desk.closing) return null;
  if (desk.bold === "skipped") {
    return (
      <Button look="plain" size="s" onClick={desk.askAgain}>
        <BoldMark on={false} size={18} />
        {words.pickAfterAll}
      </Button>
    );
  }
  if (desk.bold === "picked") {
    const option = desk.paper.options.find((one) => one.option === desk.choice.bold);
    return (
      <div class="picked">
        <BoldMark size={20} />
        <p>
          <span>{words.boldIs}: </span>
          <bdi dir="auto">{option ? shortTitle(titleOf(option, state)) : common.hidden}</bdi>
        </p>
        <Button look="plain" size="s" onClick={desk.askAgain}>
          {words.change}
        </Button>
      </div>
    );
  }
  return (
    <div class="question">
      <BoldMark size={26} />
      <p>
        <strong>{words.boldAsk}</strong> <span class="how">{words.boldHow}</span>
      </p>
      <Button look="quiet" size="s" onClick={desk.skip}>
        {desk.choice.bold ? words.boldNone : words.skip}
      </Button>
    </div>
  );
}

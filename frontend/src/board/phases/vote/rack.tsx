import { Button } from "../../../kit/button";
import { useEdge } from "../../../kit/page/edges";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { BoldMark, Dots } from "../../parts/options/dots";
import { shortTitle, titleOf } from "../../parts/options/option-head";
import type { Desk } from "./desk";
import "./rack.css";

/** Stays above the bar: what is left drawn as dots, what went wrong in words, and the one question after the dots. */
export function Rack({ desk }: { desk: Desk }) {
  const { left, paper, problem } = desk;
  const bar = useEdge<HTMLElement>("bottom");
  return (
    <aside
      ref={bar}
      class={desk.bold === "ask" ? "rack asking" : "rack"}
      aria-label={say("vote-left", { left, dots: paper.dots })}
    >
      <div class="hand">
        <Dots n={left} of={paper.dots} />
        <p>
          {say("vote-left-short", { left, dots: paper.dots })}
          {desk.choice.done && !desk.closing ? <small>{say("vote-done-line")}</small> : null}
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
        {say("vote-bold-later")}
      </Button>
    );
  }
  if (desk.bold === "picked") {
    const option = desk.paper.options.find((one) => one.option === desk.choice.bold);
    return (
      <div class="picked">
        <BoldMark size={20} />
        <p>
          <span>{say("vote-bold-is")} </span>
          <bdi dir="auto">{option ? shortTitle(titleOf(option, state)) : say("idea-hidden")}</bdi>
        </p>
        <Button look="plain" size="s" onClick={desk.askAgain}>
          {say("vote-change")}
        </Button>
      </div>
    );
  }
  return (
    <div class="question">
      <BoldMark size={26} />
      <p>
        <strong>{say("vote-bold-ask")}</strong> <span class="how">{say("vote-bold-how")}</span>
      </p>
      <Button look="quiet" size="s" onClick={desk.skip}>
        {desk.choice.bold ? say("vote-bold-none") : say("vote-skip")}
      </Button>
    </div>
  );
}

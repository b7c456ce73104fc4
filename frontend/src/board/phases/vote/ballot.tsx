import { Button } from "../../../kit/button";
import type { Option } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { BoldMark } from "../../parts/options/dots";
import { OptionHead, shortTitle, titleOf } from "../../parts/options/option-head";
import { VoteCode } from "../../parts/options/vote-code";
import { Asked } from "../../parts/question";
import { askSize } from "./ask-size";
import { has, isEmpty } from "./ballot-rules";
import { type Desk, useDesk } from "./desk";
import { inOwnOrder } from "./order";
import { cameBack, putBack } from "./put-back";
import { Rack } from "./rack";
import "./ballot.css";

/** The participant's ballot: the criterion large, a row and a dot for each option, what is left always in sight. */
export function Ballot() {
  const board = useBoard();
  const { state, clock, receipt } = board;
  const desk = useDesk();
  if (!desk) return <p class="ballot-lead">{say("vote-waiting")}</p>;
  const { paper } = desk;
  const criterion = state.meta.value.criterion ?? say("board-no-criterion");
  return (
    <section class="page ballot" aria-labelledby="ballot-title">
      <header>
        <Asked />
        <RoundLine round={paper.round} runoff={paper.runoff} />
        <h1 id="ballot-title" class={askSize(criterion)} dir="auto">
          {criterion}
        </h1>
        <p class="ballot-lead">
          {paper.runoff ? `${say("vote-runoff-lead", { count: paper.options.length })} ` : ""}
          {say("vote-lead", { dots: paper.dots })} {say("vote-secret")}
        </p>
        <TimeUp over={clock.over.value} closing={desk.closing} lead={say("vote-time-up-lead")} />
        {desk.closing ? null : <LastBallot desk={desk} />}
      </header>
      {paper.options.length > 1 ? <p class="ballot-order">{say("vote-order")}</p> : null}
      <ol class={desk.bold === "later" || desk.bold === "skipped" ? "rows" : "rows with-stars"}>
        {inOwnOrder(board, paper).map((option) => (
          <Row key={option.option} option={option} desk={desk} />
        ))}
      </ol>
      {state.ballot.value ? <VoteCode codes={[{ round: paper.round, code: receipt(paper.round) }]} /> : null}
      <Rack desk={desk} />
    </section>
  );
}

/** The ballot of the round before: how much of it this one can hold, one press to take it up, and what came of that. */
function LastBallot({ desk: { earlier, reuse, takeUp } }: { desk: Desk }) {
  if (!earlier) return null;
  const back = cameBack(earlier);
  return (
    <div class="ballot-earlier">
      <p>
        {reuse === "done"
          ? putBack(earlier)
          : isEmpty(earlier.ballot)
            ? say("vote-earlier-nothing")
            : say("vote-earlier")}
      </p>
      {reuse === "done" || isEmpty(earlier.ballot) ? null : (
        <Button look="quiet" icon="undo" busy={reuse === "sending"} onClick={takeUp}>
          {say("vote-earlier-use")}
        </Button>
      )}
      {back.length > 0 ? (
        <ul>
          {back.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

export function RoundLine({ round, runoff }: { round: number; runoff: boolean }) {
  if (round < 2 && !runoff) return null;
  return (
    <p class="eyebrow">
      {say("code-round", { number: round })}
      {runoff ? ` · ${say("vote-runoff")}` : ""}
    </p>
  );
}

/** The clock only says that it would be time: ballots count until the vote is closed. */
export function TimeUp({ over, closing, lead }: { over: boolean; closing: boolean; lead: string }) {
  if (!over && !closing) return null;
  return (
    <p class="ballot-time" role="status">
      <strong>{say("vote-time-up")}</strong> {closing ? say("vote-closing") : lead}
    </p>
  );
}

function Row({ option, desk }: { option: Option; desk: Desk }) {
  const { state } = useBoard();
  const { choice, paper } = desk;
  const title = titleOf(option, state);
  const short = shortTitle(title);
  const given = has(choice, option.option);
  const bold = choice.bold === option.option;
  const stars = desk.bold === "ask" || bold;
  return (
    <li class={given ? "line given" : "line"}>
      <OptionHead option={option} title={title} level={2} />
      <div class="marks">
        {stars ? (
          <button
            type="button"
            class="star-button"
            aria-pressed={bold}
            aria-label={say("vote-bold-pick", { option: short })}
            disabled={desk.closing}
            onClick={() => desk.pick(option.option, short)}
          >
            <BoldMark on={bold} size={28} />
          </button>
        ) : null}
        <button
          type="button"
          class="dot-button"
          aria-pressed={given}
          aria-label={say("vote-give", { option: short, left: desk.left, dots: paper.dots })}
          disabled={desk.closing}
          onClick={() => desk.dot(option.option)}
        >
          <span />
        </button>
      </div>
    </li>
  );
}

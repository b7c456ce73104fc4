import { marked } from "../../../kit/marked";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { Dots } from "../../parts/options/dots";
import { OptionHead, titleOf } from "../../parts/options/option-head";
import { Asked } from "../../parts/question";
import { askSize } from "./ask-size";
import { RoundLine, TimeUp } from "./ballot";
import { choosing } from "./choosing";
import "./room.css";

/** The numbers of the room, to be read from its last row. */
export function Turnout() {
  const { state } = useBoard();
  const counts = state.counts.value;
  const here = say("vote-room-here", { count: counts.here });
  const figures =
    counts.done === null
      ? [here]
      : [say("vote-room-done", { count: counts.done }), say("vote-room-choosing", { count: choosing(counts) }), here];
  return (
    <div class="turnout">
      <p>
        {figures.map((figure, at) => (
          <span key={at} class={counts.done !== null && at === 0 ? "first" : ""}>
            {marked(figure, "b", (n) => (
              <b>{n}</b>
            ))}
            <span class="visually-hidden">, </span>
          </span>
        ))}
      </p>
      {counts.done !== null && counts.here <= 60 ? <Dots n={counts.done} of={counts.done + choosing(counts)} /> : null}
    </div>
  );
}

function Head({ lead }: { lead: string }) {
  const { state, clock } = useBoard();
  const { ballot, criterion } = state.meta.value;
  return (
    <>
      <Asked />
      {ballot ? <RoundLine round={ballot.round} runoff={ballot.runoff} /> : null}
      <h1 class={askSize(criterion ?? "")} dir="auto">
        {criterion ?? say("board-no-criterion")}
      </h1>
      <TimeUp over={clock.over.value} closing={state.timer.value.closing !== null} lead={lead} />
      <Turnout />
    </>
  );
}

/** The facilitator's page, safe to project: the turnout and the options to read. Never a ballot, never a count. */
export function VoteRoom() {
  const { state } = useBoard();
  const paper = state.meta.value.ballot;
  return (
    <section class="page wide vote-room">
      <Head lead={say("vote-time-up-facilitator")} />
      <p class="ballot-lead">{state.counts.value.counting < 3 ? say("vote-room-few") : say("vote-room-secret")}</p>
      <h2 class="rows-title">{say("vote-room-options", { count: paper?.options.length ?? 0 })}</h2>
      <ol class="rows">
        {paper?.options.map((option) => (
          <li key={option.option} class="line">
            <OptionHead option={option} title={titleOf(option, state)} tools />
          </li>
        ))}
      </ol>
    </section>
  );
}

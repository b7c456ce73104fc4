import { Button } from "../../../../kit/button";
import type { Round } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { playAgain } from "../../../parts/count/ready";
import { titleOf } from "../../../parts/options/option-head";
import { shortlistOf, useDesk } from "../desk";
import { Tally } from "./tally";
import "./count.css";

/** The count of a round with its facts, and the rounds to choose from when there are several. */
export function Count({ choose = false, lands = false }: { choose?: boolean; lands?: boolean }) {
  const { state } = useBoard();
  const { shownRound } = useDesk();
  const { rounds } = state.meta.value;
  const newest = rounds.at(-1);
  const round = rounds.find((one) => one.round === shownRound.value) ?? newest;
  if (!round || !newest) return null;
  return (
    <div class="count-of">
      {rounds.length > 1 ? <Rounds rounds={rounds} shown={round} /> : null}
      <div class="facts-line">
        <Facts round={round} />
        {choose ? <ShowAgain /> : null}
      </div>
      <Tally key={round.round} round={round} newest={round === newest} choose={choose} lands={lands} />
      {choose ? <Elsewhere round={round} /> : null}
      {choose ? <Again round={newest} /> : null}
    </div>
  );
}

/** How many took part, in numbers that add up. */
export function Facts({ round }: { round: Round }) {
  const given = round.tally.reduce((sum, line) => sum + line.dots, 0);
  const extra = [
    round.unspent > 0 && say("decide-unspent", { dots: round.unspent }),
    round.abstained > 0 && say("decide-abstained", { count: round.abstained }),
    round.shown && say("decide-shown"),
  ].filter(Boolean);
  return (
    <p class="facts">
      <b>{say("decide-facts", { voted: round.ballots, joined: round.joined, dots: given })}</b>
      {extra.map((one) => ` · ${one}`)}
    </p>
  );
}

/** The facilitator alone plays it again, for a projected page. */
function ShowAgain() {
  const again = (): void => {
    const table = document.querySelector<HTMLElement>(".tally");
    if (!table) return;
    table.scrollIntoView({ block: "nearest" });
    void playAgain(table);
  };
  return (
    <Button look="plain" size="s" class="show-again" onClick={again}>
      {say("decide-show-again")}
    </Button>
  );
}

function Rounds({ rounds, shown }: { rounds: readonly Round[]; shown: Round }) {
  const { shownRound } = useDesk();
  return (
    <fieldset class="rounds">
      <legend class="visually-hidden">{say("decide-rounds")}</legend>
      {rounds.map((round) => (
        <label key={round.round}>
          <input
            type="radio"
            name="round"
            checked={round.round === shown.round}
            onChange={() => {
              shownRound.value = round.round;
            }}
          />
          <span>{say(round.runoff ? "decide-round-runoff" : "decide-round", { round: round.round })}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What stands on the shortlist without standing in this round. */
function Elsewhere({ round }: { round: Round }) {
  const board = useBoard();
  const { state } = board;
  const here = new Set(round.options.map((one) => one.option));
  const known = new Map(state.meta.value.rounds.flatMap((one) => one.options.map((option) => [option.option, option])));
  const others = [...shortlistOf(board)].filter((one) => !here.has(one)).flatMap((one) => known.get(one) ?? []);
  if (!others.length) return null;
  return (
    <div class="elsewhere">
      <p>{say("decide-elsewhere")}</p>
      <ul>
        {others.map((option) => (
          <li key={option.option} dir="auto">
            {titleOf(option, state)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Again({ round }: { round: Round }) {
  const board = useBoard();
  const { state } = board;
  const { sheet } = useDesk();
  const known = new Set(state.meta.value.rounds.flatMap((one) => one.options.map((option) => option.option)));
  const chosen = [...shortlistOf(board)].filter((option) => known.has(option)).length;
  return (
    <fieldset class="again">
      <legend>{say("decide-another-round")}</legend>
      {chosen >= 2 && chosen < round.options.length ? (
        <Button size="s" onClick={() => (sheet.value = "chosen")}>
          {say("decide-runoff-chosen", { count: chosen })}
        </Button>
      ) : null}
      <Button size="s" look="plain" onClick={() => (sheet.value = "everything")}>
        {say("decide-everything")}
      </Button>
    </fieldset>
  );
}

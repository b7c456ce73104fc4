import { Button } from "../../../../kit/button";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { Badge, shortTitle, titleOf } from "../../../parts/options/option-head";
import { deskOf, inOrder, shortlistOf } from "../desk";
import { departures } from "../shortlist";

interface RestsProps {
  back?: boolean;
  /** Begins an empty decision with the words of an option. */
  begin?: ((words: string) => void) | undefined;
}

/** The shortlist a wording rests on, with what departs from the count. */
export function Rests({ back = true, begin }: RestsProps) {
  const board = useBoard();
  const { state } = board;
  const { writing } = deskOf(board);
  const { rounds, proposal } = state.meta.value;
  const chosen = shortlistOf(board);
  const apart = departures(rounds, chosen, proposal?.bold ?? []);
  const known = new Map(rounds.flatMap((one) => one.options.map((option) => [option.option, option])));
  const dots = new Map([...rounds].flatMap((round) => round.tally.map((line) => [line.option, line.dots])));
  const options = inOrder(state, chosen).flatMap((id) => known.get(id) ?? []);
  return (
    <section class="rests">
      <h2>{say("form-shortlist")}</h2>
      {options.length ? (
        <ul>
          {options.map((option) => (
            <li key={option.option}>
              <Badge option={option} />
              <bdi dir="auto">{titleOf(option, state)}</bdi>
              <small>
                {say(apart.get(option.option) === "chosen" ? "form-shortlist-dots-against" : "form-shortlist-dots", {
                  dots: dots.get(option.option) ?? 0,
                })}
              </small>
              {begin && option.ideas.some((id) => state.idea(id).value?.text) ? (
                <BeginWith words={titleOf(option, state).replace(/\s+/g, " ")} begin={begin} />
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{say("form-shortlist-empty")}</p>
      )}
      {back ? (
        <Button
          size="s"
          onClick={() => {
            writing.value = false;
          }}
        >
          {say("form-shortlist-change")}
        </Button>
      ) : null}
    </section>
  );
}

function BeginWith({ words, begin }: { words: string; begin: (words: string) => void }) {
  return (
    <button
      type="button"
      class="begin"
      aria-label={say("form-begin-with", { title: shortTitle(words) })}
      onClick={() => begin(words)}
    >
      {say("form-begin")}
    </button>
  );
}

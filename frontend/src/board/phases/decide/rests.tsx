import { Button } from "../../../kit/button";
import { decide } from "../../../words/decide";
import { writing as words } from "../../../words/decision-form";
import { useBoard } from "../../shell/use-board";
import { Badge, titleOf } from "../vote/option-head";
import { inOrder, shortlistOf, writing } from "./desk";
import { departures } from "./shortlist";

/** The shortlist a wording rests on, with what departs from the count. */
export function Rests({ back = true }: { back?: boolean }) {
  const { state } = useBoard();
  const { rounds, proposal } = state.meta.value;
  const chosen = shortlistOf(state);
  const apart = departures(rounds, chosen, proposal?.bold ?? []);
  const known = new Map(rounds.flatMap((one) => one.options.map((option) => [option.option, option])));
  const dots = new Map([...rounds].flatMap((round) => round.tally.map((line) => [line.option, line.dots])));
  const options = inOrder(state, chosen).flatMap((id) => known.get(id) ?? []);
  return (
    <section class="rests">
      <h2>{words.shortlist}</h2>
      {options.length ? (
        <ul>
          {options.map((option) => (
            <li key={option.option}>
              <Badge option={option} />
              <bdi dir="auto">{titleOf(option, state)}</bdi>
              <small>
                {decide.dotsOf(dots.get(option.option) ?? 0)}
                {apart.get(option.option) === "chosen" ? ` · ${decide.against}` : ""}
              </small>
            </li>
          ))}
        </ul>
      ) : (
        <p>{words.shortlistEmpty}</p>
      )}
      {back ? (
        <Button
          size="s"
          onClick={() => {
            writing.value = false;
          }}
        >
          {words.change}
        </Button>
      ) : null}
    </section>
  );
}

import { Button } from "../../../kit/button";
import type { Round, TallyLine } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";
import { BoldMark } from "../../parts/options/dots";
import { deskOf, shortlistOf } from "./desk";
import { departures, stretches } from "./shortlist";
import { Row } from "./tally-row";
import "./tally.css";
import "./tally-phone.css";

export interface TallyProps {
  round: Round;
  /** The newest round: the proposal belongs to it. */
  newest: boolean;
  /** The facilitator chooses here. */
  choose?: boolean;
}

/** The count as a real table: dots drawn and counted, bold picks in their own column, the line where the shortlist ends. */
export function Tally({ round, newest, choose = false }: TallyProps) {
  const board = useBoard();
  const { state } = board;
  const { sheet } = deskOf(board);
  const proposal = newest ? state.meta.value.proposal : null;
  const chosen = shortlistOf(board);
  const parts = stretches(round.tally, proposal);
  const most = Math.max(1, ...round.tally.map((line) => line.dots));
  const bold = proposal?.bold ?? [];
  const apart = departures(state.meta.value.rounds, chosen, bold);
  const ends = parts.map((part) => part.proposed).lastIndexOf(true);
  const row = (line: TallyLine) => {
    const option = round.options.find((one) => one.option === line.option);
    return option ? (
      <Row
        key={line.option}
        line={line}
        option={option}
        most={most}
        on={chosen.has(line.option)}
        boldest={bold.includes(line.option)}
        departure={newest ? apart.get(line.option) : undefined}
        choose={choose}
      />
    ) : null;
  };
  return (
    <table class={choose ? "tally choosing" : "tally"}>
      <caption class="visually-hidden">{say("decide-caption", { round: round.round })}</caption>
      <thead class="heads">
        <tr>
          <th scope="col" class="option">
            {say("decide-option")}
          </th>
          <th scope="col" class="n">
            {say("decide-dots")}
          </th>
          <th scope="col" class="bold">
            <span>
              <BoldMark size={16} />
              {say("decide-bold")}
            </span>
          </th>
          <th scope="col" class="pick">
            {say("decide-shortlist")}
          </th>
        </tr>
      </thead>
      {parts.map((part, at) => (
        <tbody key={part.lines[0]?.option} class={part.kind === "tied" ? "tied" : ""}>
          {part.kind === "tied" ? (
            <tr class="tie">
              <td colSpan={4}>
                <p>{say("decide-tie", { count: part.lines.length })}</p>
                {choose ? (
                  <Button size="s" onClick={() => (sheet.value = "tied")}>
                    {say("decide-runoff-on", { count: part.lines.length })}
                  </Button>
                ) : null}
              </td>
            </tr>
          ) : null}
          {part.lines.map(row)}
          {at === ends && at < parts.length - 1 ? (
            <tr class="cut">
              <td colSpan={4}>
                <p>{choose ? say("decide-proposed-cut") : say("decide-cut")}</p>
              </td>
            </tr>
          ) : null}
        </tbody>
      ))}
    </table>
  );
}

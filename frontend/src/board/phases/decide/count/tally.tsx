import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../../kit/button";
import { Icon } from "../../../../kit/icon";
import type { Round, TallyLine } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { playNow } from "../../../parts/count/ready";
import { sawCount } from "../../../parts/count/witness";
import { BoldMark } from "../../../parts/options/dots";
import { deskOf, shortlistOf } from "../desk";
import { departures, folded, SPARE, stretches } from "../shortlist";
import { Row } from "./tally-row";
import "./tally.css";
import "./tally-phone.css";

export interface TallyProps {
  round: Round;
  /** The newest round: the proposal belongs to it. */
  newest: boolean;
  /** The facilitator chooses here. */
  choose?: boolean;
  /** Where the count is the page, who was there when the vote closed sees the dots land. */
  lands?: boolean;
}

/** The count as a real table: dots drawn and counted, bold picks in their own column, the line where the shortlist ends. */
export function Tally({ round, newest, choose = false, lands = false }: TallyProps) {
  const board = useBoard();
  const { state } = board;
  const { sheet } = deskOf(board);
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    if (lands && sawCount(board) && table.current) return playNow(table.current);
    return undefined;
  }, []);
  const [whole, setWhole] = useState(false);
  const proposal = newest ? state.meta.value.proposal : null;
  const chosen = shortlistOf(board);
  const parts = stretches(round.tally, proposal);
  const most = Math.max(1, ...round.tally.map((line) => line.dots));
  const picked = round.tally.some((line) => line.bold > 0);
  const columns = picked ? 4 : 3;
  const bold = proposal?.bold ?? [];
  const apart = departures(state.meta.value.rounds, chosen, bold);
  const ends = parts.map((part) => part.proposed).lastIndexOf(true);
  const rest = folded(parts, ends, (option) => chosen.has(option) || bold.includes(option));
  const away = whole || rest.length <= SPARE ? null : new Set(rest.map((line) => line.option));
  const row = (line: TallyLine, under: boolean) => {
    const option = round.options.find((one) => one.option === line.option);
    return option ? (
      <Row
        key={line.option}
        line={line}
        option={option}
        most={most}
        picks={picked}
        under={under}
        on={chosen.has(line.option)}
        boldest={bold.includes(line.option)}
        departure={newest ? apart.get(line.option) : undefined}
        choose={choose}
      />
    ) : null;
  };
  return (
    <table ref={table} class={choose ? "tally choosing" : "tally"}>
      <caption class="visually-hidden">{say("decide-caption", { round: round.round })}</caption>
      <thead class="heads">
        <tr>
          <th scope="col" class="option">
            {say("decide-option")}
          </th>
          <th scope="col" class="n">
            {say("decide-dots")}
          </th>
          {picked ? (
            <th scope="col" class="bold">
              <span>
                <BoldMark size={16} />
                {say("decide-bold")}
              </span>
            </th>
          ) : null}
          <th scope="col" class="pick">
            {say("decide-shortlist")}
          </th>
        </tr>
      </thead>
      {parts.map((part, at) => (
        <tbody key={part.lines[0]?.option} class={part.kind === "tied" ? "tied" : ""}>
          {part.kind === "tied" ? (
            <tr class="tie">
              <td colSpan={columns}>
                <p>{say("decide-tie", { count: part.lines.length })}</p>
                {choose ? (
                  <Button size="s" onClick={() => (sheet.value = "tied")}>
                    {say("decide-runoff-on", { count: part.lines.length })}
                  </Button>
                ) : null}
              </td>
            </tr>
          ) : null}
          {part.lines
            .filter((line) => !away?.has(line.option))
            .map((line) => row(line, ends >= 0 && at > ends && part.kind === "plain"))}
          {at === ends && at < parts.length - 1 ? (
            <tr class="cut">
              <td colSpan={columns}>
                <p>{choose ? say("decide-proposed-cut") : say("decide-cut")}</p>
              </td>
            </tr>
          ) : null}
        </tbody>
      ))}
      {away ? (
        <tbody class="rest">
          <tr>
            <td colSpan={columns}>
              <button type="button" class="unfold" onClick={() => setWhole(true)}>
                {say("decide-more", { count: rest.length, dots: rest[0]?.dots ?? 0 })}
                <Icon name="down" size={16} />
              </button>
            </td>
          </tr>
        </tbody>
      ) : null}
    </table>
  );
}

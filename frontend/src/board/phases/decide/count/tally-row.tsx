import { Icon } from "../../../../kit/icon";
import type { Option, TallyLine } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { BoldMark } from "../../../parts/options/dots";
import { OptionHead, shortTitle, titleOf } from "../../../parts/options/option-head";
import { togglePick } from "../desk";
import type { Departure } from "../shortlist";
import { DotRow } from "./dot-row";

export interface RowProps {
  line: TallyLine;
  option: Option;
  most: number;
  /** Somebody picked an option as worth the risk: there is a column for it. */
  picks: boolean;
  /** Below the line where the shortlist ends. */
  under: boolean;
  /** On the shortlist as it stands. */
  on: boolean;
  /** Has the most bold picks: always on the shortlist. */
  boldest: boolean;
  departure: Departure | undefined;
  choose: boolean;
}

/** One option of the count. */
export function Row({ line, option, most, picks, under, on, boldest, departure, choose }: RowProps) {
  const board = useBoard();
  const { state } = board;
  const title = titleOf(option, state);
  return (
    <tr class={`of ${on ? "on" : "off"}${under ? " under" : ""}`} data-dots={line.dots}>
      <th scope="row">
        <div class="what">
          <OptionHead option={option} title={title} level={null} tools={choose} />
          <DotRow n={line.dots} most={most} />
          <Note departure={departure} boldest={boldest} />
        </div>
      </th>
      <td class="n">
        <span data-number>{line.dots}</span>
      </td>
      {picks ? (
        <td class="bold">
          {line.bold > 0 ? (
            <span class="picks">
              <BoldMark size={18} />
              {line.bold}
            </span>
          ) : (
            <span class="visually-hidden">{line.bold}</span>
          )}
        </td>
      ) : null}
      <td class="pick">
        {choose && !boldest ? (
          <button
            type="button"
            class="pick-button"
            aria-pressed={on}
            aria-label={say("decide-put", { option: shortTitle(title) })}
            onClick={() => togglePick(board, line.option)}
          >
            <Icon name="check" size={22} />
          </button>
        ) : on || boldest ? (
          <span class="picked">
            <Icon name="check" size={22} />
            <span class="visually-hidden">{say("decide-on-it")}</span>
          </span>
        ) : (
          <span class="visually-hidden">{say("decide-not-on-it")}</span>
        )}
      </td>
    </tr>
  );
}

function Note({ departure, boldest }: { departure: Departure | undefined; boldest: boolean }) {
  if (!departure && !boldest) return null;
  const text = boldest
    ? say("decide-bold-always")
    : departure === "chosen"
      ? say("decide-against")
      : say("decide-left-out");
  return <p class={boldest ? "note" : "note apart"}>{text}</p>;
}

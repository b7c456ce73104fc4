import { useId, useState } from "preact/hooks";
import { Icon } from "../../../kit/icon";
import { shorten } from "../../../kit/text/size";
import { tintOf } from "../../../kit/tint";
import type { Option } from "../../../protocol.generated";
import { say } from "../../../words/say";
import { countOf } from "../../engine/document/counting";
import type { BoardState } from "../../engine/state";
import { useBoard } from "../../engine/use-board";
import { Hide } from "./hide";
import "./option-head.css";

/** What people read for an option. A name that is the words of an idea goes when that idea is hidden. */
export function titleOf(option: Option, state: BoardState): string {
  if (option.kind === "cluster" && option.named) return option.name;
  const texts = option.ideas.map((id) => state.idea(id).value?.text);
  return texts.find((text) => text) ?? (texts.some((text) => text === null) ? say("idea-hidden") : option.name);
}

/** A title for the name of a button: a whole idea is too long to listen to. */
export function shortTitle(title: string): string {
  return shorten(title, 80);
}

/** The letter or the number that an option has on the card, the ballot and in the record. */
export function Badge({ option }: { option: Pick<Option, "letter" | "number"> }) {
  const { letter, number } = option;
  if (letter) {
    return (
      <span class="option-badge of-letter" data-tint={tintOf(letter)}>
        <span class="visually-hidden">{say("idea-group", { letter })}: </span>
        <span aria-hidden="true" translate={false}>
          {letter}
        </span>
      </span>
    );
  }
  return (
    <span class="option-badge of-number">
      {number === null ? null : <span class="visually-hidden">{say("idea-number", { number: String(number) })}: </span>}
      <span aria-hidden="true" translate={false}>
        {number}
      </span>
    </span>
  );
}

export interface OptionHeadProps {
  option: Option;
  title: string;
  /** The id of the words, for what is labelled by them. */
  id?: string;
  /** The level of its heading; none inside a row that has its own head. */
  level?: 2 | 3 | 4 | null;
  /** The facilitator's: each text can be hidden. */
  tools?: boolean;
}

/** An option on one line: its badge, its name, how many ideas it holds, and all of them when it is opened. */
export function OptionHead({ option, title, id, level = 3, tools = false }: OptionHeadProps) {
  const { state } = useBoard();
  const [open, setOpen] = useState(false);
  const list = useId();
  const Title = level ? (`h${level}` as "h2" | "h3" | "h4") : "p";
  const lone = option.kind === "idea";
  const long = [...title].length > 140;
  const own = option.named && !lone;
  return (
    <div class={`option-head${own ? "" : " in-words"}`}>
      <Badge option={option} />
      <div class="words">
        <Title id={id} class={open || !long ? "title" : "title folded"}>
          <bdi dir="auto">{title}</bdi>
        </Title>
        {lone && !long ? null : (
          <button
            type="button"
            class="unfold"
            aria-expanded={open}
            aria-controls={lone ? id : list}
            onClick={() => setOpen(!open)}
          >
            {lone
              ? open
                ? say("idea-less")
                : say("idea-all")
              : say("board-counted", { ...countOf(option.ideas.map((idea) => state.idea(idea).value)) })}
            <Icon name="down" size={16} />
          </button>
        )}
        {lone ? (
          tools && !state.meta.value.hidden.includes(option.option) ? (
            <Hide id={option.option} />
          ) : null
        ) : (
          <ul id={list} class="ideas" hidden={!open}>
            {option.ideas.map((idea) => {
              const one = state.idea(idea).value;
              // Its author took it back: it is not counted either.
              if (!one) return null;
              return (
                <li key={idea}>
                  <span class="number" translate={false}>
                    {one.number}
                  </span>
                  {one.text ? <p dir="auto">{one.text}</p> : <p class="gone">{say("idea-hidden")}</p>}
                  {tools && one.text ? <Hide id={idea} /> : null}
                </li>
              );
            })}
            {tools && option.named ? (
              <li class="of-name">
                <Hide id={option.option} name />
              </li>
            ) : null}
          </ul>
        )}
      </div>
    </div>
  );
}

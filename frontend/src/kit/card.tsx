import { type ComponentChildren, type HTMLAttributes, h } from "preact";
import "./card.css";

export interface CardProps extends Omit<HTMLAttributes, "title"> {
  /** The idea in its author's words. */
  text: string;
  /** Its number, from the reveal on. */
  number?: number | undefined;
  /** The name somebody signed it with. */
  signature?: string | undefined;
  /** Written in this browser. Never set on a facilitator's or a watcher's page. */
  mine?: boolean | undefined;
  /** The word for `mine` and other quiet marks, shown in the foot of the card. */
  mark?: ComponentChildren;
  /** Lines before the text is folded; without it the whole text shows. */
  lines?: number | undefined;
  selected?: boolean | undefined;
  as?: "article" | "li" | "div";
  /** Buttons of the card. */
  children?: ComponentChildren;
}

/** An index card: one corner, one shadow, the number set apart, the text to be read across a table. */
export function Card(props: CardProps) {
  const { text, number, signature, mine, mark, lines, selected, as = "article", children, ...rest } = props;
  const classes = ["card", mine && "mine", selected && "selected", rest.class && String(rest.class)];
  const inside = (
    <>
      {number === undefined ? null : (
        <span class="number" translate={false}>
          {number}
        </span>
      )}
      <p class={lines ? "text folded" : "text"} dir="auto" style={lines ? { "--lines": String(lines) } : undefined}>
        {text}
      </p>
      {signature || mark ? (
        <p class="by">
          {mark ? <span class="mark-line">{mark}</span> : null}
          {signature ? <bdi>{signature}</bdi> : null}
        </p>
      ) : null}
      {children ? <div class="tools">{children}</div> : null}
    </>
  );
  return h(as, { ...rest, class: classes.filter(Boolean).join(" ") }, inside);
}

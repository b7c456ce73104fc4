import { type ComponentChildren, type HTMLAttributes, h } from "preact";
import "./card.css";

export interface CardProps extends Omit<HTMLAttributes, "title"> {
  /** Words as their author wrote them. */
  text: string;
  number?: number | undefined;
  /** The name that the author signed with. */
  signature?: string | undefined;
  /** Written in this browser. Never set on a page that may be projected. */
  mine?: boolean | undefined;
  as?: "article" | "li" | "div";
  /** Buttons of the card. */
  children?: ComponentChildren;
}

/** An index card: one corner, one shadow, the number set apart, the text to be read across a table. */
export function Card({ text, number, signature, mine, as = "article", children, ...rest }: CardProps) {
  const classes = ["card", mine && "mine", rest.class && String(rest.class)];
  const inside = (
    <>
      {number === undefined ? null : (
        <span class="number" translate={false}>
          {number}
        </span>
      )}
      <p class="text" dir="auto">
        {text}
      </p>
      {signature ? (
        <p class="by">
          <bdi>{signature}</bdi>
        </p>
      ) : null}
      {children ? <div class="tools">{children}</div> : null}
    </>
  );
  return h(as, { ...rest, class: classes.filter(Boolean).join(" ") }, inside);
}

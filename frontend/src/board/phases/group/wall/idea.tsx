import { useRef } from "preact/hooks";
import { lazy } from "../../../../kit/lazy";
import { say } from "../../../../words/say";
import { spoken } from "../../../actions/spoken";
import { CHOSEN, MISSED, MOVING, marksOf, OPEN, STALE } from "./marks";
import { useWall } from "./use-wall";
import "../../../../kit/card.css";
import "./idea.css";
import "./idea-tools.css";

/** A finger does not point before it presses. */
const HOVERS = matchMedia("(hover: hover)").matches;

/** Comes with the overlays, after the cards. */
const CardTools = lazy(async () => (await import("./card-tools")).CardTools);

/**
 * One idea on the wall. It wakes up for its own text, place and marks only; another card's move never draws it again.
 * Its menu is made when it first comes near the screen, its tools when it is first pointed at: a thousand of them that
 * nobody sees would take longer than the cards.
 */
export function IdeaCard({ id }: { id: string }) {
  const wall = useWall();
  const text = useRef<HTMLParagraphElement>(null);
  const idea = wall.board.state.idea(id).value;
  const free = wall.free.value;
  const marks = marksOf(wall.board).of(id).value ?? 0;
  const near = wall.near(id).value;
  const asked = near && (marks & (CHOSEN | STALE) || wall.touched(id).value || !HOVERS || wall.picking.value);
  if (!idea) return null;
  const { number } = idea;
  return (
    <li
      class={`card idea${near ? "" : " far"}${free ? "" : " bare"}`}
      role={ITEM}
      data-idea={id}
      data-chosen={flag(marks & CHOSEN)}
      data-missed={flag(marks & MISSED)}
      data-moving={flag(marks & MOVING)}
      data-stale={flag(marks & STALE)}
    >
      {number === null ? null : (
        <span class="number" translate={false}>
          {number}
        </span>
      )}
      <p ref={text} class={`text${marks & OPEN ? "" : " folded"}${idea.text === null ? " veiled" : ""}`} dir="auto">
        {idea.text ?? say("group-hidden")}
      </p>
      {near && free ? (
        <button
          type="button"
          class="move"
          data-handle
          tabIndex={-1}
          aria-haspopup="dialog"
          aria-label={say("group-move-one", { number: spoken(number) })}
          title={say("group-move-to")}
        />
      ) : null}
      {asked ? <CardTools idea={idea} marks={marks} text={text} /> : null}
    </li>
  );
}

/** The columns of loose ideas are lists without a role, which would take it from their cards too. */
const ITEM = "listitem";

/** An attribute that is there or not. */
function flag(on: number): "" | undefined {
  return on ? "" : undefined;
}

import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../../../../words/say";
import { spoken } from "../../../actions/spoken";
import { select } from "../choose";
import { cutAt } from "../layout/density";
import { nameOf } from "../names/names";
import { useWall } from "./use-wall";
import type { Wall } from "./wall";
import "../../../../kit/card.css";
import "./idea.css";
import "./idea-tools.css";

/**
 * One idea on the wall. It wakes up for its own text, place and marks only; another card's move never draws it again.
 * Its buttons are made when it first comes near the screen, its box to tick when it is first pointed at.
 */
export function IdeaCard({ id }: { id: string }) {
  const wall = useWall();
  const idea = wall.board.state.idea(id).value;
  const free = wall.free.value;
  const marks = useComputed(() => marksOf(wall, id)).value;
  const chosen = (marks & CHOSEN) > 0;
  const stale = wall.stale(id).value;
  const near = wall.near(id).value;
  // A thousand boxes to tick that nobody sees would take longer than the cards.
  const wanted = wall.touched(id).value || (near && wall.picking.value) || chosen;
  const fold = useFold(idea?.text, near);
  if (!idea) return null;
  const { number, text } = idea;
  return (
    <li
      class={`card idea${near ? "" : " far"}${free ? "" : " bare"}${fold.open ? " open" : ""}`}
      role={ITEM}
      data-idea={id}
      data-chosen={flag(chosen)}
      data-missed={flag(marks & MISSED)}
      data-moving={flag(marks & MOVING)}
      data-stale={flag(stale)}
    >
      {number === null ? null : (
        <span class="number" translate={false}>
          {number}
        </span>
      )}
      <p ref={fold.ref} class={`text${fold.open ? "" : " folded"}${text === null ? " veiled" : ""}`} dir="auto">
        {text ?? say("group-hidden")}
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
        >
          {say("group-move-to")}
        </button>
      ) : null}
      {near && fold.long ? (
        <button
          type="button"
          class="more"
          tabIndex={-1}
          aria-expanded={fold.open ? "true" : "false"}
          aria-label={say(fold.open ? "group-less-of" : "group-more-of", { number: spoken(number) })}
          onClick={fold.turn}
        >
          {fold.open ? say("group-less") : say("group-more")}
        </button>
      ) : null}
      {near && stale !== undefined ? (
        <span class="whereto">{say("group-now-in", { group: nameOf(wall, stale) })}</span>
      ) : null}
      {free && wanted ? (
        <label class="pick">
          <input
            type="checkbox"
            tabIndex={-1}
            checked={chosen}
            aria-label={say("group-select-idea", { number: spoken(number) })}
            onClick={(event) => {
              event.stopPropagation();
              select(wall, id, event.shiftKey);
            }}
          />
        </label>
      ) : null}
    </li>
  );
}

/** The columns of loose ideas are lists without a role, which would take it from their cards too. */
const ITEM = "listitem";

/** What a card shows of my own doing: one number, so that a card listens once for all of it. */
const CHOSEN = 1;
const MISSED = 2;
const MOVING = 4;

function marksOf(wall: Wall, id: string): number {
  const moving = wall.sent.value.has(id) || wall.board.moved.moving.value.has(id);
  const missed = wall.found.value?.has(id) === false;
  return (wall.selection.value.chosen.has(id) ? CHOSEN : 0) | (missed ? MISSED : 0) | (moving ? MOVING : 0);
}

/** A long text shows a few lines until somebody wants all of it. */
function useFold(text: string | null | undefined, near: boolean) {
  const ref = useRef<HTMLParagraphElement>(null);
  const sizes = useWall().sizes.value;
  // A good guess spares drawing the card twice.
  const guess = sizes !== null && cutAt(sizes, text?.length ?? 0);
  const state = useSignal<"short" | "long" | "open">(guess ? "long" : "short");
  useLayoutEffect(() => {
    const box = near ? ref.current : null;
    if (!box) return;
    const look = () => {
      if (state.peek() !== "open") state.value = box.scrollHeight > box.clientHeight + 2 ? "long" : "short";
    };
    return onResize(box, look);
  }, [text, sizes, near]);
  const turn = () => {
    state.value = state.peek() === "open" ? "long" : "open";
  };
  const now = state.value;
  return { ref, long: now !== "short", open: now === "open", turn };
}

const looks = new WeakMap<Element, () => void>();
let widths: ResizeObserver | null = null;

/**
 * Calls when the box is first laid out, and whenever that changes: a scroll bar or a font that comes late makes other
 * lines of the same text. To ask any earlier would have the page laid out for each card. One observer serves all.
 */
function onResize(box: Element, look: () => void): () => void {
  widths ??= new ResizeObserver((changes) => {
    for (const { target } of changes) looks.get(target)?.();
  });
  looks.set(box, look);
  widths.observe(box);
  return () => {
    looks.delete(box);
    widths?.unobserve(box);
  };
}

/** An attribute that is there or not. */
function flag(on: unknown): "" | undefined {
  return on ? "" : undefined;
}

import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { group as words } from "../../../words/group";
import { Icon } from "../../parts/icon";
import { nameOf, nudge } from "./acts";
import { select } from "./choose";
import { askWhere } from "./menus";
import { useWall } from "./use-wall";
import type { Wall } from "./wall";
import "../../parts/card.css";
import "./idea.css";

/** One idea on the wall. It wakes up for its own text, place and marks only; another card's move never draws it again. */
export function IdeaCard({ id }: { id: string }) {
  const wall = useWall();
  const idea = wall.board.state.idea(id).value;
  const free = wall.free.value;
  const chosen = useComputed(() => wall.selection.value.chosen.has(id));
  const shown = useComputed(() => wall.found.value?.has(id) ?? true);
  const stale = wall.stale(id).value;
  const moving = useComputed(() => wall.sent.value.has(id) || wall.board.moved.moving.value.has(id));
  const fold = useFold(idea?.text);
  if (!idea) return null;
  const { number, text } = idea;
  return (
    <li
      class={`card idea${free || fold.long ? "" : " bare"}`}
      data-idea={id}
      data-chosen={useFlag(chosen.value)}
      data-missed={useFlag(!shown.value)}
      data-moving={useFlag(moving.value)}
      data-stale={useFlag(stale !== undefined)}
    >
      {number === null ? null : <span class="number">{number}</span>}
      <p ref={fold.ref} class={`text${fold.open ? "" : " folded"}${text === null ? " veiled" : ""}`} dir="auto">
        {text ?? words.hidden}
      </p>
      {free || fold.long ? (
        <div class="tools">
          {free ? <Move id={id} number={number} /> : null}
          {fold.long ? (
            <button
              type="button"
              class="more"
              tabIndex={-1}
              aria-expanded={fold.open ? "true" : "false"}
              onClick={fold.turn}
            >
              {fold.open ? words.less : words.more}
              <span class="visually-hidden">, {words.moreLabel(number)}</span>
            </button>
          ) : null}
          {stale === undefined ? null : <span class="whereto">{words.nowIn(nameOf(wall, stale))}</span>}
          {free ? (
            <label class="pick">
              <input
                type="checkbox"
                tabIndex={-1}
                checked={chosen.value}
                aria-label={words.selectIdea(number)}
                onClick={(event) => {
                  event.stopPropagation();
                  select(wall, id, event.shiftKey);
                }}
              />
            </label>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function Move({ id, number }: { id: string; number: number | null }) {
  const wall = useWall();
  return (
    <button
      type="button"
      class="move"
      data-handle
      tabIndex={-1}
      aria-haspopup="dialog"
      onClick={(event) => askWhere(wall, [id], event.currentTarget, event.detail === 0)}
      onKeyDown={(event) => keyed(wall, id, event)}
    >
      {words.moveTo}
      <span class="visually-hidden"> {words.moveWhich(number)}</span>
      <Icon name="down" size={14} />
    </button>
  );
}

/** A long text shows a few lines until somebody wants all of it. */
function useFold(text: string | null | undefined) {
  const ref = useRef<HTMLParagraphElement>(null);
  const long = useSignal(false);
  const open = useSignal(false);
  const columns = useWall().columns.value;
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const look = () => {
      if (!open.peek()) long.value = box.scrollHeight > box.clientHeight + 2;
    };
    return onResize(box, look);
  }, [text, columns]);
  const turn = () => {
    open.value = !open.value;
  };
  return { ref, long: long.value, open: open.value, turn };
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
function useFlag(on: boolean): "" | undefined {
  return on ? "" : undefined;
}

function keyed(wall: Wall, id: string, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey) return;
  if (event.altKey) {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    void nudge(wall, id, event.key === "ArrowUp" ? -1 : 1);
    return;
  }
  if (event.key === "x") select(wall, id, event.shiftKey);
}

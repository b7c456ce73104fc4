import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { say } from "../../../../words/say";
import { spoken } from "../../../actions/spoken";
import type { Idea } from "../../../engine/state";
import { select } from "../choose";
import { cutAt } from "../layout/density";
import { nameOf } from "../names/names";
import { CHOSEN, marksOf, OPEN } from "./marks";
import { useWall } from "./use-wall";

interface Props {
  readonly idea: Idea;
  readonly marks: number;
  /** The paragraph with the text. */
  readonly text: RefObject<HTMLParagraphElement | null>;
}

/** What a card shows beside its text once somebody is there: where it went, that it is cut, and a box to tick. */
export function CardTools({ idea, marks, text }: Props) {
  const wall = useWall();
  const { id, number } = idea;
  const chosen = (marks & CHOSEN) > 0;
  const box = wall.stale.value.get(id);
  return (
    <>
      <More idea={idea} marks={marks} text={text} />
      {box === undefined ? null : <span class="whereto">{say("group-now-in", { group: nameOf(wall, box) })}</span>}
      {wall.free.value && (wall.touched(id).value || wall.picking.value || chosen) ? (
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
    </>
  );
}

/** A long text shows a few lines, the last with an ellipsis, until somebody wants all of them. */
function More({ idea: { id, number, text }, marks, text: box }: Props) {
  const wall = useWall();
  const sizes = wall.sizes.value;
  const open = (marks & OPEN) > 0;
  // A good guess spares drawing it twice.
  const long = useSignal(sizes !== null && cutAt(sizes, text?.length ?? 0));
  useLayoutEffect(() => {
    const { current } = box;
    if (!current || open) return;
    return onResize(current, () => {
      long.value = current.scrollHeight > current.clientHeight + 2;
    });
  }, [text, sizes, open]);
  if (!long.value) return null;
  return (
    <button
      type="button"
      class="more"
      tabIndex={-1}
      aria-expanded={open ? "true" : "false"}
      aria-label={say(open ? "group-less-of" : "group-more-of", { number: spoken(number) })}
      onClick={() => marksOf(wall.board).turn(id)}
    >
      {open ? say("group-less") : say("group-more")}
    </button>
  );
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

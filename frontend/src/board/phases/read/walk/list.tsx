import { useComputed } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { noteOf } from "../questions/note";
import { type Readable, useReading } from "../reading";
import "./list.css";

/** All ideas in two lines each, to see where one is and to go anywhere. The arrow keys move within it. */
export function List() {
  const reading = useReading();
  const list = useRef<HTMLElement>(null);
  const at = reading.at.value;
  useLayoutEffect(() => {
    const here = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (!list.current || !here) return;
    // Only the list scrolls, not the page. What was read stays in sight above.
    list.current.scrollTop = here.offsetTop - list.current.clientHeight * 0.36;
    if (list.current.contains(document.activeElement)) here.focus({ preventScroll: true });
  }, [at]);
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    reading.step(by as -1 | 1);
  };
  return (
    <nav class="walk-list" ref={list} aria-label={say("read-list")} onKeyDown={press}>
      <ol>
        {reading.ideas.value.map((idea, index) => (
          <Item key={idea.id} idea={idea} at={index} />
        ))}
      </ol>
    </nav>
  );
}

/** Draws again only when it changes itself. */
function Item({ idea, at }: { idea: Readable; at: number }) {
  const board = useBoard();
  const reading = useReading();
  const here = useComputed(() => reading.at.value === at).value;
  const read = useComputed(() => reading.marks.value.has(idea.number)).value;
  const note = useComputed(() => noteOf(idea, board)).value;
  return (
    <li>
      <button
        type="button"
        class={read ? "read" : ""}
        aria-current={here ? "true" : undefined}
        tabIndex={here ? 0 : -1}
        onClick={() => reading.go("one", at)}
      >
        <b translate={false}>{idea.number}</b>
        <span class="text" dir="auto">
          {idea.text}
        </span>
        {note ? <small>{note}</small> : null}
      </button>
    </li>
  );
}

import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { noteOf } from "../questions/note";
import { useReading } from "../reading";
import "./yours.css";

/** My ideas beside the one that is open, with what people ask about them. A press goes there. */
export function Yours() {
  const board = useBoard();
  const reading = useReading();
  if (board.boot.role !== "participate") return null;
  const mine = reading.ideas.value.flatMap((idea, at) => (board.own.has(idea.id) ? [{ idea, at }] : []));
  if (mine.length === 0) return null;
  return (
    <aside class="yours" aria-label={say("read-yours")}>
      <h2>{say("read-yours")}</h2>
      <ul>
        {mine.map(({ idea, at }) => (
          <li key={idea.id}>
            <button type="button" onClick={() => reading.go("one", at)}>
              <b translate={false}>{idea.number}</b>
              <span class="text" dir="auto">
                {idea.text}
              </span>
              <small>{noteOf(idea, board, false)}</small>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

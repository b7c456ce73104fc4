import type { Question } from "../../../../protocol.generated";
import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import "./asked.css";

/** So many questions stand below an idea; more are counted. */
const MOST = 2;

/** By id within the same kind: the order of the map depends on how a page learned of the questions. */
function inOrder([left, a]: [string, Question], [right, b]: [string, Question]): number {
  return Number(b.answer !== null) - Number(a.answer !== null) || (left < right ? -1 : 1);
}

/** What was asked about an idea, and what its author answered; those with an answer first. */
export function Asked({ idea }: { idea: string }) {
  const { state } = useBoard();
  const all = [...state.questions.value].filter(([, one]) => one.idea === idea && !one.hidden);
  if (all.length === 0) return null;
  const shown = [...all].sort(inOrder).slice(0, MOST);
  return (
    <div class={shown.length > 1 ? "wall-asked several" : "wall-asked"}>
      {shown.map(([id, { text, answer }]) => (
        <dl key={id}>
          <dt>{say("read-question")}</dt>
          <dd dir="auto">{text}</dd>
          {answer === null ? null : (
            <>
              <dt>{say("read-author")}</dt>
              <dd dir="auto">{answer}</dd>
            </>
          )}
        </dl>
      ))}
      {all.length > MOST ? <p>{say("screen-more", { count: all.length - MOST })}</p> : null}
    </div>
  );
}

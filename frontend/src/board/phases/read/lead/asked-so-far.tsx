import { say } from "../../../../words/say";
import { useBoard } from "../../../engine/use-board";
import { useReading } from "../reading";

/** Which ideas have questions, and whether their authors answered. A press opens the idea. */
export function AskedSoFar() {
  const { state } = useBoard();
  const reading = useReading();
  const asked = reading.ideas.value.flatMap((idea, at) => {
    const questions = [...state.questions.value.values()].filter(
      (question) => question.idea === idea.id && !question.hidden,
    );
    const open = questions.filter(({ answer }) => !answer).length;
    return questions.length > 0 ? [{ idea, at, count: questions.length, open }] : [];
  });
  if (asked.length === 0) return null;
  return (
    <section>
      <h2>{say("read-asked")}</h2>
      <ul class="asked-so-far">
        {asked.map(({ idea, at, count, open }) => (
          <li key={idea.id}>
            <button type="button" onClick={() => reading.go("one", at)}>
              {say("read-asked-line", { count, number: String(idea.number), open })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { textSize } from "../../kit/text/size";
import { useBoard } from "../engine/use-board";

/** The size class of a headline. */
export function measure(text: string): ReturnType<typeof textSize> {
  return textSize(text, 80, 180);
}

/** The question of the board, its headline in Welcome and Write. */
export function Question({ class: name = "" }: { class?: string }) {
  const { question } = useBoard().state.meta.value;
  return (
    <h1 class={`ask ${measure(question)} ${name}`} dir="auto">
      {question}
    </h1>
  );
}

/** The question over a headline that says something else: a count, the criterion, the decision. */
export function Asked() {
  const { question } = useBoard().state.meta.value;
  return (
    <p class={`asked ${measure(question)}`} dir="auto">
      {question}
    </p>
  );
}

/** What frames the question, when the facilitator said so. */
export function Frame() {
  const { problem, constraint } = useBoard().state.meta.value;
  return (
    <>
      {problem ? (
        <p class="under" dir="auto">
          {problem}
        </p>
      ) : null}
      {constraint ? (
        <p class="under constraint" dir="auto">
          {constraint}
        </p>
      ) : null}
    </>
  );
}

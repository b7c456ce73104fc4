import { useBoard } from "../shell/use-board";

/** How large a text may be set so that it is read in one look. */
export function measure(text: string): "" | "long" | "very-long" {
  const signs = [...text].length;
  return signs > 180 ? "very-long" : signs > 80 ? "long" : "";
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

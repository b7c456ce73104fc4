import { marked } from "../../../kit/marked";
import { say } from "../../../words/say";
import { useBoard } from "../../engine/use-board";

/** One count, the number strong: `<Count of={say("board-count-here", { count: 14 })} />`. */
export function Count({ of, class: name }: { of: string; class?: string }) {
  return (
    <span class={`figure ${name ?? ""}`}>
      {marked(of, "b", (n) => (
        <b>{n}</b>
      ))}
    </span>
  );
}

/** "14 here · 9 have written · 42 ideas": exactly the counts that the notice holds. */
export function GroupCounts({ ideas = true }: { ideas?: boolean }) {
  const { here, wrote, ideas: n } = useBoard().state.counts.value;
  return (
    <>
      <Count of={say("board-count-here", { count: here })} />
      {wrote === null ? null : <Count of={say("board-count-wrote", { count: wrote })} />}
      {ideas ? <Count of={say("board-count-ideas", { count: n })} /> : null}
    </>
  );
}

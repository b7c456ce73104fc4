import { views } from "../../words/views";
import { useBoard } from "./use-board";

/** One count, the number strong: `<Count of={views.counts.here(14)} />`. */
export function Count({ of: [number, word], class: name }: { of: [string, string]; class?: string }) {
  return (
    <span class={`figure ${name ?? ""}`}>
      <b>{number}</b> {word}
    </span>
  );
}

/** "14 here · 9 have written · 42 ideas": what is told, and nothing that is not. */
export function GroupCounts({ ideas = true }: { ideas?: boolean }) {
  const { here, wrote, ideas: n } = useBoard().state.counts.value;
  return (
    <>
      <Count of={views.counts.here(here)} />
      {wrote === null ? null : <Count of={views.counts.wrote(wrote)} />}
      {ideas ? <Count of={views.counts.ideas(n)} /> : null}
    </>
  );
}

import type { Option as BallotOption } from "../../../../protocol.generated";
import type { Idea } from "../../../engine/state";
import { useBoard } from "../../../engine/use-board";
import { titleOf } from "../../../parts/options/option-head";
import { Wall } from "../../../parts/wall/frame";
import { GroupAlone } from "../../../parts/wall/group-alone";
import { OneIdea } from "../../../parts/wall/sheet";

/** An option of the count on the whole wall. */
export function Option({ option }: { option: BallotOption }) {
  const { state } = useBoard();
  const ideas = option.ideas.flatMap((id): Idea[] => {
    const idea = state.idea(id).value;
    return idea && idea.text !== null ? [idea] : [];
  });
  const first = ideas[0];
  return (
    <Wall class="watch-decide">
      {option.kind === "idea" && first ? (
        <OneIdea idea={first} />
      ) : (
        <GroupAlone letter={option.letter} name={titleOf(option, state)} ideas={ideas} />
      )}
    </Wall>
  );
}

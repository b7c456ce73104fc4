import { useBoard } from "../../engine/use-board";
import { Ballot } from "./ballot";
import { VoteRoom, VoteScreen } from "./room";

/** Vote, for the role of this tab. */
export function Vote() {
  const { role } = useBoard().boot;
  if (role === "facilitate") return <VoteRoom />;
  return role === "watch" ? <VoteScreen /> : <Ballot />;
}

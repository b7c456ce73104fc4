import { useBoard } from "../../engine/use-board";
import { Ballot } from "./ballot";
import { VoteRoom } from "./room";

/** Vote, for the role of this tab. */
export function Vote() {
  const { role } = useBoard().boot;
  return role === "facilitate" ? <VoteRoom /> : <Ballot />;
}

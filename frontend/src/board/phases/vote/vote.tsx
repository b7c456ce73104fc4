import { useEffect } from "preact/hooks";
import { useBoard } from "../../engine/use-board";
import { prepare } from "../../parts/count/ready";
import { sawCount } from "../../parts/count/witness";
import { Ballot } from "./ballot";
import { VoteRoom } from "./room";

/** Vote, for the role of this tab. */
export function Vote() {
  const board = useBoard();
  const { role } = board.boot;
  // From here on this page is there when the vote closes.
  useEffect(() => {
    sawCount(board);
    void prepare();
  }, []);
  return role === "facilitate" ? <VoteRoom /> : <Ballot />;
}

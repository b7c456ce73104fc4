import { lazy } from "../../../../kit/lazy";
import { later } from "../../../../kit/page/slices";
import { useWall } from "../wall/use-wall";
import "./merges.css";

const MergeList = lazy(later(async () => (await import("./merge-list")).MergeList));

/** The list of merges, on a board that has some. */
export function Merges() {
  return useWall().board.state.merges.value.length === 0 ? null : <MergeList />;
}

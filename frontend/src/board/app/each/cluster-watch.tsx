import { GroupFrame } from "../../phases/group/frame";
import { WatchWall } from "../../phases/group/watch/watch";

/** Group on the big screen. */
export function View() {
  return (
    <GroupFrame>
      <WatchWall />
    </GroupFrame>
  );
}

/** The big screen has no buttons. */
export const Bar = () => null;

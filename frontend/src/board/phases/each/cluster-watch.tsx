import { GroupFrame } from "../group/frame";
import { WatchWall } from "../group/watch";

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

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

/** Nobody's hands are here. */
export const Bar = () => null;

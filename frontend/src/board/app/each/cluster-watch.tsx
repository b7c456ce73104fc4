export { WatchWall as View } from "../../phases/group/watch/watch";

/** The big screen has no bar. */
export const Bar = () => null;

export { WatchWrite as View } from "../../phases/write/watch/watch";

/** The big screen has no bar. */
export const Bar = () => null;

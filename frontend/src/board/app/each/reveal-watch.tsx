export { WatchRead as View } from "../../phases/read/watch/watch";

/** The big screen has no bar. */
export const Bar = () => null;

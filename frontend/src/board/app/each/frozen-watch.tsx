export { WatchDone as View } from "../../phases/done/watch/watch";

/** The big screen has no bar. */
export const Bar = () => null;

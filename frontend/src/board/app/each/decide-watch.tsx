export { WatchDecide as View } from "../../phases/decide/watch/watch";

/** The big screen has no bar. */
export const Bar = () => null;

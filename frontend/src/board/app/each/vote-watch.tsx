export { WatchVote as View } from "../../phases/vote/watch/watch";

/** The big screen has no bar. */
export const Bar = () => null;

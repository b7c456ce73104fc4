export { WatchLobby as View } from "../../phases/lobby/watch/watch";

/** The big screen has no bar. */
export const Bar = () => null;

export { Frozen as View } from "../frozen";

/** What is final has nothing to press. */
export const Bar = () => null;

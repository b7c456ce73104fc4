export { Frozen as View } from "../../phases/done/done";

/** What is final has nothing to press. */
export const Bar = () => null;

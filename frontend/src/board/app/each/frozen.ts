export { Frozen as View } from "../../phases/done/done";
export { WorkBar as Bar } from "../../phases/done/work";

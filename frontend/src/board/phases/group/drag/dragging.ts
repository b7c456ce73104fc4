/** All of dragging, as one piece that is loaded when moving is first allowed. */

export { carrierOf } from "./carry";
export { dragOn } from "./drag";

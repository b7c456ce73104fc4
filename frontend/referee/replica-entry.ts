export { encodeStateVector, decodeStateVector } from "yjs";
export { root } from "../src/board/engine/document/document";
export { askFrame, read } from "../src/live/frames";
export { Replica } from "../src/live/replica";
export { ROOTS } from "../src/protocol.generated";

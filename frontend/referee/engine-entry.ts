export { start } from "../src/board/engine/engine";

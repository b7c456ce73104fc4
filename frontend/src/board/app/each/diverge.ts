export { Write as View, WriteBar as Bar } from "../../phases/write/write";

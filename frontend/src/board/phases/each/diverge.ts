export { Write as View, WriteBar as Bar } from "../write";

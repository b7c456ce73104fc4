export { Work as View } from "../work/work";

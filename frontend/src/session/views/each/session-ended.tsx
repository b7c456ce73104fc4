export { Ended as View } from "../ended/ended";

export { Prepare as View } from "../prepare/prepare";

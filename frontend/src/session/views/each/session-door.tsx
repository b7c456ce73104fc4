export { Door as View } from "../door/door";

export { Decide as View } from "../decide/decide";
export { DecideBar as Bar } from "../decide/decide-bar";

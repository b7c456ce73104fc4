export { Decide as View } from "../../phases/decide/decide";
export { DecideBar as Bar } from "../../phases/decide/decide-bar";

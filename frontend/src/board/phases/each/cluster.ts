export { Group as View } from "../group/group";
export { GroupBar as Bar } from "../group/group-bar";

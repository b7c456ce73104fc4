export { Group as View } from "../../phases/group/group";
export { GroupBar as Bar } from "../../phases/group/group-bar";

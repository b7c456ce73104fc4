export { Bar, Frozen as View } from "../../phases/done/done";

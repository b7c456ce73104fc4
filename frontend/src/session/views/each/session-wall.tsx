export { Wall as View } from "../wall/wall";

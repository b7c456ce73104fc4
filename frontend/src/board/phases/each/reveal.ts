export { Reveal as View, RevealBar as Bar } from "../reveal";

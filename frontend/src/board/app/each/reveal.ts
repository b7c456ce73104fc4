export { Reveal as View, RevealBar as Bar } from "../../phases/read/read";

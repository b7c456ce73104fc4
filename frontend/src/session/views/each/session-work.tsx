import { provide } from "../provided";
import { Work } from "../work/work";

provide("session-work", Work);

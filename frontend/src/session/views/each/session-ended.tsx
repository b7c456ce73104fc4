import { Ended } from "../ended/ended";
import { provide } from "../provided";

provide("session-ended", Ended);

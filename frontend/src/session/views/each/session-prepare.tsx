import { Prepare } from "../prepare/prepare";
import { provide } from "../provided";

provide("session-prepare", Prepare);

import { Door } from "../door/door";
import { provide } from "../provided";

provide("session-door", Door);

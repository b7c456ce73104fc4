import { provide } from "../provided";
import { Wall } from "../wall/wall";

provide("session-wall", Wall);

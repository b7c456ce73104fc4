import { say } from "../../../../words/say";
import { usePeople } from "../use-work";
import { CROWD } from "./state";

/** That few people guess easily who wrote what; nothing forbids it. */
export function Thin() {
  const count = usePeople().length;
  return count < CROWD ? <p class="thin">{say("inside-thin", { count })}</p> : null;
}

import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { stateOf } from "../../verdicts";
import type { Course } from "../work/time/course";
import { timeOfDay } from "../work/time/face";
import { WallLine } from "./time";
import "./break.css";

/** Permission to leave: when to be back, and nothing else to read. */
export function Break({ course }: { readonly course: Course }) {
  const { now, roots } = useSession();
  const { met, all } = stateOf(roots.conditions.value);
  const over = course.left <= 0;
  return (
    <div class="wall wall-break">
      <WallLine course={course} />
      <div class="back">
        <p class="at">{over ? say("wall-break-over") : say("wall-back-at")}</p>
        <h1 class="numerals">{timeOfDay(now.value + course.left)}</h1>
      </div>
      <p class="so">{all > 0 && say("verdict-stands", { met, all })}</p>
    </div>
  );
}

/** Above the text, for whoever works on while the others rest or finish. */

import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { isAlone } from "../../verdicts";
import type { Course } from "./time/course";

export function Away({ course, onBack }: { readonly course: Course; readonly onBack: () => void }) {
  const alone = isAlone(useSession().meta.value.kind);
  const rests = course.current.kind === "break";
  return (
    <p class="resting">
      {(rests || !alone) && say(rests ? "working-in-break" : "working-in-finish")}{" "}
      <Button onClick={onBack}>{say(rests ? "working-to-break" : "working-to-finish")}</Button>
    </p>
  );
}

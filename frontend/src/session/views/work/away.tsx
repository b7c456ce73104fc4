/** Above the text, for whoever works on while the others rest or finish. */

import { Button } from "../../../kit/button";
import { say } from "../../../words/say";
import type { Course } from "./time/course";

export function Away({ course, onBack }: { readonly course: Course; readonly onBack: () => void }) {
  const rests = course.current.kind === "break";
  return (
    <p class="resting">
      {say(rests ? "working-in-break" : "working-in-finish")}{" "}
      <Button onClick={onBack}>{say(rests ? "working-to-break" : "working-to-finish")}</Button>
    </p>
  );
}

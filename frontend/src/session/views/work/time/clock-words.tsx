import { marked } from "../../../../kit/marked";
import { say } from "../../../../words/say";
import { called } from "./called";
import type { Course } from "./course";
import { face, minutesLate, mood, timeOfDay } from "./face";

/** The remaining time as large numerals, and what it is of: "Draft, then Break · ends 16:05, 4 min late". */
export function ClockWords({ course }: { readonly course: Course }) {
  const { current, coming, left, ends, late, paused } = course;
  const title = called(current);
  const next = coming[0];
  return (
    <div class="clock" data-mood={mood(left, current.length)}>
      <p class="num" role="timer" aria-live="off" aria-label={say("working-left", { left: face(left) })}>
        {face(left)}
      </p>
      <p class="of">
        {marked(
          next ? say("working-now-then", { item: title, next: called(next) }) : say("working-now", { item: title }),
          "b",
          (part) => (
            <b>{part}</b>
          ),
        )}
        <span class="ends">{paused ? say("working-paused") : end(ends, minutesLate(late))}</span>
      </p>
    </div>
  );
}

function end(ends: number, late: number): string {
  const time = timeOfDay(ends);
  if (late === 0) return say("working-ends", { time });
  return late > 0 ? say("working-ends-late", { time, late }) : say("working-ends-early", { time, early: -late });
}

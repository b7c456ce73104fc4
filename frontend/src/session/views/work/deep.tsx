/** Deep work: the text and a bar, nothing else. What else there is stands one press away. */

import { say } from "../../../words/say";
import { useSession } from "../../use-session";
import { ClockButtons } from "./acts/bar";
import { Away } from "./away";
import { AboveText } from "./board/above-text";
import { NewsLine } from "./news-line";
import { BesideBoard, BoardOpen } from "./text/beside-board";
import { Writing } from "./text/paper";
import type { Course } from "./time/course";
import { face, mood } from "./time/face";
import { useBoardOpen } from "./use-work";

export function Deep({ course, onBack }: { readonly course: Course; readonly onBack: (() => void) | null }) {
  const { meta, me } = useSession();
  const { contract } = meta.value;
  const boardOpen = useBoardOpen();
  return (
    <main class="deep">
      {onBack && <Away course={course} onBack={onBack} />}
      <p class="goal" dir="auto">
        {say("working-goal-in", { artifact: contract.artifact, minutes: contract.minutes })}
      </p>
      <AboveText course={course} />
      {boardOpen && <BesideBoard />}
      {!boardOpen && me.value !== null && <Writing person={me.value} />}
      <footer>
        <NewsLine course={course} />
        {boardOpen && <BoardOpen />}
        <ClockButtons course={course} calm={boardOpen} />
        <p class="num" role="timer" aria-live="off" data-mood={mood(course.left, course.current.length)}>
          {face(course.left)}
        </p>
      </footer>
    </main>
  );
}

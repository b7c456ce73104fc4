import { useSession } from "../../use-session";
import { type Course, courseOf } from "../work/time/course";
import { mood } from "../work/time/face";
import { line } from "../work/time/line";
import "./time.css";

/** Hundredths of the width that a letter of a label takes, and the whole line. */
const LETTER = 1.1;
const LINE = 91;

/** What runs now, once a second. */
export function useWallCourse(): Course | null {
  const { roots, meta, now } = useSession();
  return courseOf(roots.agenda.value, meta.value.clock, now.value);
}

/** The line of time; a title stands where there is room for all of it. */
export function WallLine({ course }: { readonly course: Course }) {
  return (
    <ol class={`wall-time ${mood(course.left, course.current.length)}`} aria-hidden="true">
      {line(course).map(({ id, title, rest, state, share, gone }) => (
        <li
          key={id}
          class={`${state}${rest ? " rest" : ""}`}
          style={{ "--share": String(share), "--gone": `${gone * 100}%` }}
        >
          <i />
          {share * LINE > title.length * LETTER && <bdi>{title}</bdi>}
        </li>
      ))}
    </ol>
  );
}

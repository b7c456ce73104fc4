import "./wall.css";
import { useRef } from "preact/hooks";
import { useWakeLock } from "../../../kit/page/wake-lock";
import { useSession } from "../../use-session";
import { walkOf } from "../work/review/walk";
import { Before } from "./before";
import { Board } from "./board";
import { Break } from "./break";
import { Reviewing } from "./reviewing";
import { useWallCourse } from "./time";
import { Asking, Verdict } from "./verdict";
import { Working } from "./working";
import "../outcome/doc.css";
import "../outcome/conditions.css";

/** The big screen of a session: read from ten metres, without a control. */
export function Wall() {
  const { meta, roots } = useSession();
  const { state } = meta.value;
  const course = useWallCourse();
  // Whether this screen was there while it ran: only then is the end something that happens on it.
  const ran = useRef(false);
  if (state === "running") ran.current = true;
  useWakeLock(true);
  return <main class="wall-frame">{shown()}</main>;

  function shown() {
    if (state === "plan") return <Before />;
    if (state !== "running") return <Verdict lands={ran.current} />;
    if (!course) return null;
    if (course.current.kind === "break") return <Break course={course} />;
    if (course.current.kind === "board") return <Board course={course} />;
    if (course.current.kind === "finish") return <Asking course={course} />;
    const walk = walkOf(roots.conditions.value, meta.value.clock);
    if (walk.shown) return <Reviewing course={course} shown={walk.shown} all={walk.all} />;
    return <Working course={course} />;
  }
}

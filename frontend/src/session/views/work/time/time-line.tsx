import { useEdge } from "../../../../kit/page/edges";
import { say } from "../../../../words/say";
import { useSession } from "../../../use-session";
import type { Course } from "./course";
import { mood } from "./face";
import { line, type Stretch } from "./line";

/** The session as one line: gone time is a hairline, the running item is ink, a break is a row of dots. */
export function TimeLine({ course }: { readonly course: Course }) {
  const { artifact } = useSession().meta.value.contract;
  return (
    <nav
      ref={useEdge<HTMLElement>("top")}
      class="time-line"
      data-mood={mood(course.left, course.current.length)}
      aria-label={say("working-line")}
    >
      <h1 class="visually-hidden" dir="auto">
        {artifact || say("working-untitled")}
      </h1>
      <ol>
        {line(course).map((stretch) => (
          <Part key={stretch.id} stretch={stretch} over={course.left <= 0} />
        ))}
      </ol>
    </nav>
  );
}

/** `over`: what ran over stands whole in the signal colour. */
function Part({ stretch, over }: { readonly stretch: Stretch; readonly over: boolean }) {
  const { title, rest, state, share, gone, minutes } = stretch;
  return (
    <li
      class={`${state}${rest ? " rest" : ""}`}
      style={{ "--share": String(share), "--gone": `${over ? 0 : gone * 100}%` }}
      aria-current={state === "now" ? "step" : undefined}
      title={title}
    >
      <i aria-hidden="true" />
      <span class="label">
        <bdi>{title}</bdi>
        <span class="visually-hidden"> {say(`working-line-${state}`, { minutes })}</span>
      </span>
    </li>
  );
}
